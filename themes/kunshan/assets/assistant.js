// The dialogue in place. Enhancement only: without this file the form asks the page itself.
const [form, dialogue, said, trouble, clear, save] = ["ask", "dialogue", "said", "trouble", "clear", "save"].map((id) => document.getElementById(id));
const words = JSON.parse(dialogue.dataset.words);
const box = form.elements.q, button = form.querySelector(".go"), culture = document.documentElement.lang;
const KEY = `assistant ${culture}`, KEPT = 20, PATIENCE = 30_000;
const ENDS = /(?<=[\u3002\uff01\uff1f])(?![\[\u201d\uff09])|(?<=[.!?] )(?=\p{Lu})/u;
let turns = [], busy = false;

const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element && key !== "form") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  // A text in Chinese on a page that is not says so.
  if (!culture.startsWith("zh") && children.some((child) => typeof child === "string" && /\p{Script=Han}/u.test(child))) element.lang = "zh-CN";
  return element;
};
const format = (key, value) => words[key].replace("{0}", value);
// Whatever came, a link leads to this site.
const link = (url, text) => make("a", { href: /^\/(?![/\\])/.test(url) ? url : "#main" }, text);
const cite = (reply, n, number) => reply.citations.some((c) => c.n === number) ? make("a", { className: "cite", href: `#s${n}-${number}`, ariaLabel: format("cite", number) }, String(number)) : null;
const told = (reply, n, text) => text.split(/(\[\d{1,3}\])/).map((part) => (/^\[\d+\]$/.test(part) && cite(reply, n, Number(part.slice(1, -1)))) || part);
const plain = (text) => text.replace(/\[\d{1,3}\]/g, "");
// A sentence that cites stands by itself, the others go together.
const paragraphs = (text) => text.split(ENDS).reduce((all, sentence) => {
  if (all.length && !all.at(-1).includes("[") && !sentence.includes("[")) all.push(all.pop() + sentence);
  else all.push(sentence);
  return all;
}, []);
const section = (number, who, heading, ...children) => make("section", { className: `turn ${who === "you" ? "you" : ""}`.trim() }, make("h2", { className: "vh" }, format(heading, number)), make("p", { className: "who" }, words[who]), ...children);
const swatch = (sector) => {
  const [svg, use] = ["svg", "use"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  svg.setAttribute("class", `swatch s-${sector}`);
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#t-${sector}`);
  svg.append(use);
  return svg;
};
const asks = (name, value, className, ...children) => make("button", { type: "submit", name, value, className, formNoValidate: true, form: "ask" }, ...children);

// What was only wished for is not missed like a need.
const judged = (reply, { met, label }) => met ? "met" : reply.needs.some((need) => !need.must && need.label === label) ? "unwished" : "unmet";
const card = (reply, n) => ({ url, title, park, sector, facts }) => make("article", { className: sector ? `match s-${sector}` : "match" },
  make("h3", {}, sector ? swatch(sector) : null, link(url, title)),
  park && park !== title ? make("p", { className: "sub" }, park) : null,
  make("dl", { className: "facts" }, ...facts.map((fact) => make("div", {}, make("dt", {}, fact.label),
    make("dd", {}, fact.value, fact.met == null ? null : " ", fact.met == null ? null : make("span", { className: `tag ${judged(reply, fact)}` }, words[judged(reply, fact)]), cite(reply, n, fact.n))))));

const hand = (to) => make("div", { className: "checked ask-desk" },
  make("p", {}, make("b", {}, words.hand), " ", link(to.url, to.park), words.comma, to.name, words.comma, make("a", { href: `tel:${to.phone.replaceAll(" ", "")}` }, to.phone),
    ...(to.email ? [words.comma, make("a", { href: `mailto:${to.email}` }, to.email)] : [])),
  make("details", {}, make("summary", {}, words.enquiry), make("p", { className: "enquiry" }, to.enquiry)));

const sources = (reply, n) => make("aside", { className: "sources", ariaLabel: `${words.sources} ${n}` }, make("details", { open: true }, make("summary", {}, words.sources),
  make("ol", {}, ...[...new Set(reply.citations.map((c) => c.url))].map((url) => {
    const cited = reply.citations.filter((c) => c.url === url), { title, version, date } = cited[0];
    return make("li", {}, link(url, title), make("small", {}, format("version", version) + (date ? words.comma + format("confirmed", date) : "")),
      make("ul", {}, ...cited.map((c) => make("li", { id: `s${n}-${c.n}` }, make("b", {}, String(c.n)), " ", make("span", {}, `${c.field} ${c.value}`)))));
  }))));

// Whether the answer helped. Without script the same fields go to the page.
const { reasons, comment: LONGEST } = { reasons: JSON.parse(dialogue.dataset.reasons), comment: Number(dialogue.dataset.comment) };
const rating = (index) => make("div", { className: "rate" }, make("span", {}, words.rate), " ", asks("rate", `${index} up`, "link", words["rate.up"]),
  make("details", {}, make("summary", {}, words["rate.down"]),
    make("fieldset", {}, make("legend", {}, words["rate.why"]), ...reasons.map((value) => make("label", {}, make("input", { type: "radio", name: `reason${index}`, value }), ` ${words[`rate.${value}`]}`))),
    make("label", {}, format("rate.comment", LONGEST), make("textarea", { name: `comment${index}`, rows: 2, maxLength: LONGEST })),
    asks("rate", `${index} down`, "plain", words["rate.send"])));
const rate = async (submitter) => {
  const place = submitter.closest(".rate"), [index, verdict] = submitter.value.split(" "), { question, reply } = turns[index];
  const reason = place.querySelector("input:checked")?.value ?? null, comment = place.querySelector("textarea").value.trim() || null;
  let wrong = "rate", wait = 0;
  try {
    const response = await fetch("/api/assistant/feedback", {
      method: "POST", headers: { "Content-Type": "application/json" }, signal: AbortSignal.timeout(PATIENCE),
      body: JSON.stringify({ question, culture, verdict, status: reply.status, ...(verdict === "down" && { reason, comment }) }),
    });
    if (response.ok) {
      // The button that had the focus is gone; the thanks take it, so that nobody is thrown back to the top.
      const thanks = make("p", { className: "rated", tabIndex: -1 }, words.rated);
      turns[index].rated = true;
      place.replaceWith(thanks);
      thanks.focus();
      said.textContent = words.rated;
      return keep();
    }
    if (response.status === 429) [wrong, wait] = ["limit", response.headers.get("Retry-After")];
  } catch {
    // Told below.
  }
  trouble.textContent = words[`trouble.${wrong}`].replace("{0}", wait);
};

// As many as one answer compares.
const parks = (reply) => [...new Set(reply.cards.map((c) => c.park ?? c.title))].slice(0, 3);
const weighed = (reply) => format("compare.ask", parks(reply).join(words.list));
const answer = ({ question, reply, rated }, n) => [
  make("p", { className: "label" }, make("span", { className: "tag" }, words[`status.${reply.status}`]), make("span", { className: "tag ai" }, words[`made.${reply.mode}`]), make("span", {}, reply.aiLabel)),
  ...paragraphs(reply.text).map((sentence) => make("p", {}, ...told(reply, n, sentence.trim()))),
  reply.needs.length ? make("div", { className: "needs" }, make("h3", {}, words.needs), make("ul", {},
    ...reply.needs.map((need) => {
      const meant = `${need.label} ${need.value}`, text = need.must ? meant : format("wish", meant);
      return make("li", {}, asks("without", need.name, "tag", make("span", { className: "vh" }, words.remove), `${text} \u00d7`));
    }),
    ...(reply.finder ? [make("li", {}, link(reply.finder, words.finder)), make("li", {}, link(`${reply.finder}&view=table`, words.table))] : []))) : null,
  reply.cards.length ? make("div", { className: "matches" }, ...reply.cards.map(card(reply, n))) : null,
  parks(reply).length > 1 && weighed(reply) !== question ? make("p", { className: "weigh" }, asks("say", weighed(reply), "link", format("compare", parks(reply).length))) : null,
  reply.eliminated.some((e) => reply.cards.every((c) => c.park !== e.park)) ? make("details", { className: "out" }, make("summary", {}, words.out), make("ul", {}, ...reply.eliminated.map((fallen) => make("li", {}, link(fallen.url, fallen.park), words.sep,
    ...fallen.why.flatMap((why, at) => [at ? words.comma : null, `${why.label} ${why.value}`, cite(reply, n, why.n)]))))) : null,
  reply.handover ? hand(reply.handover) : null,
  make("p", { className: "share" }, link(`${location.pathname}?q=${encodeURIComponent(question)}`, words.share)),
  rated ? make("p", { className: "rated" }, words.rated) : rating(n - 1),
  reply.suggestions.length ? make("div", { className: "nexts" }, make("h3", {}, reply.cards.length || reply.citations.length ? words.next : words.try), make("ul", {}, ...reply.suggestions.map((next) => make("li", {}, asks("say", next, "plain", next))))) : null,
].filter(Boolean);

// What needs script: copying, printing. The label and the sources go along wherever the text goes.
const copying = (text, label) => {
  const copy = make("button", { type: "button", className: "link" }, label);
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    said.textContent = copy.textContent = words.copied;
    setTimeout(() => { copy.textContent = label; }, 3000);
  });
  return copy;
};
const asText = ({ question, reply }) => [
  `${words.q}${words.sep}${question}`, reply.text, `${words.sources}${words.sep}`,
  ...reply.citations.map((c) => `[${c.n}] ${c.title}${words.comma}${c.field} ${c.value}${words.comma}${format("version", c.version)}${c.date ? words.comma + format("confirmed", c.date) : ""} ${new URL(c.url, location.origin)}`),
  `${words[`made.${reply.mode}`]}${words.sep}${reply.aiLabel}`,
].join("\n");
const tools = (place, turn) => {
  if (!turn.reply.citations.length) return;
  const row = make("p", { className: "after" });
  if (navigator.clipboard) {
    row.append(copying(() => asText(turn), words.copy));
    place.querySelector(".enquiry")?.after(copying(() => turn.reply.handover.enquiry, words.copyEnquiry));
  }
  const print = make("button", { type: "button", className: "link" }, words.print);
  print.addEventListener("click", () => window.print());
  row.append(print);
  const share = place.querySelector(".share");
  share.before(row);
  row.append(share.firstElementChild);
  share.remove();
  // On a phone the sources would stand between an answer and the next question.
  const listed = place.querySelector(".sources details");
  if (listed) listed.open = matchMedia("(min-width: 48em)").matches;
};

const show = (turn) => {
  const number = turns.push(turn), asked = section(number, "you", "asked", make("div", { className: "say" }, make("p", {}, turn.question), turn.taken.length ? make("p", { className: "taken" }, format("taken", turn.taken.join(words.comma))) : null));
  const place = section(number, "me", "answer", make("div", { className: "say" }));
  place.dataset.n = number - 1;
  dialogue.append(asked, place);
  if (turn.reply) finish(place, turn);
  return [asked, place];
};
const finish = (place, turn) => {
  const number = Number(place.dataset.n) + 1;
  place.querySelector(".say").replaceChildren(...answer(turn, number));
  if (turn.reply.citations.length) place.append(sources(turn.reply, number));
  tools(place, turn);
  box.placeholder = words.further;
  clear.hidden = false;
  document.getElementById("tries")?.remove();
};
const keep = () => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(turns.slice(-KEPT)));
  } catch {
    // A full or forbidden store only means that a reload begins anew.
  }
};

// Events of the stream, each as [name, data].
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ""; ;) {
    const { done, value } = await reader.read();
    if (done) return;
    const whole = (rest + value).split("\n\n");
    rest = whole.pop();
    for (const event of whole) {
      const field = (name) => event.split("\n").filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2)).join("\n");
      yield [field("event"), JSON.parse(field("data"))];
    }
  }
}

const ask = async (turn, typed) => {
  if (busy) return;
  busy = true;
  trouble.textContent = "";
  button.ariaDisabled = "true";
  button.textContent = said.textContent = words.working;
  const [asked, place] = show(turn);
  asked.scrollIntoView({ block: "start" });
  if (typed) box.value = "";
  let wrong = "offline", wait = 0;
  try {
    const { question, without, before: conversation } = turn;
    const response = await fetch("/api/assistant", {
      method: "POST", headers: { "Content-Type": "application/json", Accept: "text/event-stream" }, signal: AbortSignal.timeout(PATIENCE),
      body: JSON.stringify({ question, culture, conversation: conversation || null, without }),
    });
    if (!response.ok) {
      wait = response.headers.get("Retry-After");
      wrong = { 400: "long", 413: "long", 429: "limit", 503: response.headers.has("Retry-After") ? "index" : "off" }[response.status] ?? "offline";
    } else {
      for await (const [name, data] of events(response.body)) {
        if (name === "text") place.querySelector(".say").append(make("p", {}, plain(data)));
        else if (name === "answer") [turn.reply, turn.question] = [data, data.question];
      }
    }
  } catch {
    // Told below.
  }
  if (turn.reply) {
    // What identifies a person is masked from here on: on the page, in print, in copies, links and the store of the tab.
    asked.querySelector(".say p").textContent = turn.question;
    finish(place, turn);
    keep();
    said.textContent = format("answer", turns.length) + words.sep + plain(turn.reply.text);
  } else {
    turns.pop();
    asked.remove();
    place.remove();
    said.textContent = "";
    trouble.textContent = words[`trouble.${wrong}`].replace("{0}", wait);
    box.value ||= turn.question;
    form.scrollIntoView({ block: "nearest" });
  }
  button.ariaDisabled = null;
  button.textContent = words.send;
  busy = false;
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter?.name === "rate") {
    rate(event.submitter);
    return;
  }
  const { submitter } = event, at = submitter?.closest("[data-n]"), last = at ? turns[at.dataset.n] : turns.at(-1);
  if (submitter?.name === "without") {
    const need = last.reply.needs.find((n) => n.name === submitter.value);
    ask({ question: last.question, without: [...last.without, need.name], taken: [...last.taken, need.label], before: last.before });
  } else {
    const question = submitter?.name === "say" ? submitter.value : box.value.trim();
    if (question) ask({ question, without: [], taken: [], before: last?.reply.conversation ?? form.elements.before.value }, submitter?.name !== "say");
    else trouble.textContent = words["trouble.empty"];
  }
});
box.addEventListener("keydown", (event) => {
  // An input method takes Enter to choose a word; some browsers say so by the key code only.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});
clear.querySelector("a").addEventListener("click", () => sessionStorage.removeItem(KEY));
// Kept beyond the session only by whoever asks for it, as a file of their own.
save.hidden = false;
save.addEventListener("click", () => {
  const file = URL.createObjectURL(new Blob([turns.map(asText).join("\n\n")], { type: "text/plain" }));
  make("a", { href: file, download: `${words.file}.txt` }).click();
  URL.revokeObjectURL(file);
});
dialogue.addEventListener("click", async (event) => {
  const { target } = event, shared = target.closest("a[href*=\"/assistant?q=\"]");
  // What is shared is the question alone: whoever follows the link gets an answer of their own.
  if (shared && (navigator.share || navigator.clipboard)) {
    event.preventDefault();
    try {
      await (navigator.share && matchMedia("(pointer: coarse)").matches ? navigator.share({ url: shared.href }) : navigator.clipboard.writeText(shared.href));
      said.textContent = shared.textContent = words.shared;
      setTimeout(() => { shared.textContent = words.share; }, 3000);
    } catch {
      location.assign(shared.href);
    }
    return;
  }
  const source = target.closest("a.cite") && document.getElementById(target.closest("a.cite").hash.slice(1));
  if (source) source.closest("details").open = true;
});

document.getElementById("keys").hidden = false;
const rendered = dialogue.querySelectorAll("[data-turn]");
if (rendered.length) {
  turns = [...rendered].map((place) => JSON.parse(place.dataset.turn));
  rendered.forEach((place, i) => tools(place, turns[i]));
  keep();
} else {
  try {
    for (const turn of JSON.parse(sessionStorage.getItem(KEY)) ?? []) show(turn);
  } catch {
    sessionStorage.removeItem(KEY);
  }
}
