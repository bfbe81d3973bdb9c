// The finder over one file, for a site that is served as files. The rule is that of docs/matching.md: all needs of a space hold on one space.
const { index, texts } = document.querySelector("script[data-texts]").dataset;
const say = JSON.parse(texts);
const form = document.querySelector("#filters form");
const [heading, results, listed] = ["main h1", "#results h2", "#results .listed"].map((s) => document.querySelector(s));
const whole = { heading: heading.textContent, results: [...results.childNodes], listed: [...listed.childNodes] };
const at = new URL(index, location.href);
const fold = (text) => text.normalize("NFKC").toLowerCase();
// A Latin word is found where a word begins: "AI" not inside "main".
const says = (text, word) => {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    if (!i || !/[a-z0-9]/.test(word[0]) || !/[a-z0-9]/.test(text[i - 1])) return true;
  }
  return false;
};
const speaks = ([own, refuses, takes], word) => !(says(refuses, word) && !says(takes, word)) && says(own, word);
const number = (text) => Math.round(Number(text.replaceAll(",", "")) * 1e4) / 1e4;
const some = (has, wanted) => has.some((v) => wanted.includes(v));

const holds = {
  AtLeast: (has, [wanted]) => has !== null && has >= number(wanted),
  AtMost: (has, [wanted]) => has !== null && has <= number(wanted),
  Area: (has, [wanted]) => has !== null && has[1] >= number(wanted) && has[0] <= number(wanted) * 1.25,
  Choice: (has, wanted) => wanted.includes(has) || (has === "either" && some(["lease", "sale"], wanted)),
  Choices: (has, wanted) => wanted.every((w) => has.includes(w)),
  Reference: (has, wanted) => some(has, wanted),
  References: (has, wanted) => wanted.every((w) => has.includes(w)),
  CleanClass: (has, [wanted]) => has !== null && has <= Number(wanted.slice(3)),
  Flag: (has) => has,
  By: (has, [wanted]) => has !== null && has <= wanted,
  Words: (has, [wanted]) => [...new Set(wanted.split(/[\s,;，、；]+/).map(fold).filter(Boolean))].slice(0, 8).every((w) => speaks(has, w)),
};

// A number that is none, or not above zero, is no need: the form keeps it, and what it asks for is not applied.
const asked = (fields, query) => fields.flatMap(([name, shape, level]) => {
  const values = [...new Set(query.getAll(name).map((v) => v.trim()).filter(Boolean))].slice(0, 20);
  const bad = ["AtLeast", "AtMost", "Area"].includes(shape) && !(number(values[0] ?? "") > 0);
  return values.length === 0 || bad ? [] : [{ name, level, place: fields.filter((f) => f[2] === level).findIndex((f) => f[0] === name), values, holds: holds[shape], wish: query.getAll("prefer").includes(name) }];
});

/** What a park misses with the space of it that misses least. */
const judge = (park, needs) => {
  const missed = (values, level) => needs.filter((n) => n.level === level && !n.wish && !(values && n.holds(values[n.place], n.values)));
  const met = (values, level) => needs.filter((n) => n.level === level && n.wish && values && n.holds(values[n.place], n.values)).length;
  const ofSpace = needs.some((n) => n.level === 1);
  const best = ofSpace ? park.spaces.map((space) => ({ space, missed: missed(space.values, 1), met: met(space.values, 1) })).sort((a, b) => a.missed.length - b.missed.length || b.met - a.met)[0] ?? { missed: missed(null, 1), met: 0 } : { missed: [], met: 0 };
  return { park, space: best.space, missed: [...missed(park.values, 0), ...best.missed], met: met(park.values, 0) + best.met };
};

const make = (name, parent, text, cls) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (cls) made.className = cls;
  parent.append(made);
  return made;
};
const link = (parent, text, way) => Object.assign(make("a", parent, text), { href: new URL(way, at).href });
const fieldOf = (name) => [].concat(...[form.elements[name] ?? []]).flatMap((f) => (f instanceof RadioNodeList ? [...f] : [f]))[0];
const label = (name) => (fieldOf(name)?.closest("fieldset")?.querySelector("legend") ?? fieldOf(name)?.labels[0])?.textContent ?? name;
const has = (name, value) => {
  const unit = document.querySelector(`#n-${name}-u`)?.textContent ?? "";
  const one = Array.isArray(value) && typeof value[1] === "number" ? value[1] : value;
  return typeof one === "number" && name !== "cleanroom" ? `${one.toLocaleString("en-US")} ${unit}`.trim() : /^\d{4}-/.test(one) ? one : "";
};
const wanted = ({ name, values }) => values.map((value) => {
  const choice = [...form.querySelectorAll(`[type=checkbox][name="${name}"], [name="${name}"] option`)].find((c) => c.value === value);
  return choice ? (choice.labels?.[0] ?? choice).textContent : value;
}).join(say.or);
const count = (text, n) => text.replace("{0}", n.toLocaleString("en-US"));

const entry = ({ park, space, missed }, needs, parent) => {
  const article = make("article", parent, "", `hit s-${park.key}`);
  // The industry's pattern, which stands before each park.
  const swatch = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of [["class", `swatch s-${park.key}`], ["viewBox", "0 0 20 20"], ["aria-hidden", "true"]]) swatch.setAttribute(name, value);
  swatch.append(document.createElementNS(swatch.namespaceURI, "use"));
  swatch.firstChild.setAttribute("href", `#t-${park.key}`);
  article.append(swatch);
  link(make("h3", article), park.name, park.way);
  const sub = make("p", article, park.district, "sub");
  if (space) {
    sub.append(" · ");
    link(sub, space.name, space.way);
    sub.append(` · ${space.kind}`);
  }
  const why = make("dl", article, "", "why");
  for (const need of needs) {
    const value = (need.level ? space?.values : park.values)?.[need.place] ?? null;
    const unmet = missed.includes(need);
    if (!unmet && !has(need.name, value)) continue;
    const row = make("div", why, "", unmet ? "unmet" : "");
    make("dt", row, label(need.name));
    make("dd", row, has(need.name, value) || (value === null ? say.notStated : say.lacks.replace("{0}", wanted(need))));
  }
};

const show = async () => {
  const query = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("input[name], select[name]")) {
    const given = query.getAll(field.name);
    if (field.type === "checkbox") field.checked = given.includes(field.value);
    else field.value = given[0] ?? "";
  }
  const { fields, parks } = await (show.file ??= fetch(at).then((answer) => answer.json()));
  const needs = asked(fields, query);
  // The promise of the server's finder and the map of all parks stand where nothing is asked yet.
  for (const part of document.querySelectorAll("main > header > .stand, .side-map")) part.hidden = needs.length > 0;
  if (needs.length === 0) {
    heading.textContent = whole.heading;
    results.replaceChildren(...whole.results);
    listed.replaceChildren(...whole.listed);
    return;
  }
  // Equal ones take turns from day to day, as on the site.
  const turn = Math.floor(Date.now() / 864e5 + 1 / 3) % parks.length;
  const judged = [...parks.slice(turn), ...parks.slice(0, turn)].map((park) => judge(park, needs));
  const found = judged.filter((j) => j.missed.length === 0).sort((a, b) => b.met - a.met);
  const near = judged.filter((j) => j.missed.length === 1).slice(0, 10);
  heading.textContent = count(found.length === 1 ? say.titleOne : say.title, found.length);
  results.textContent = `${say.meets} `;
  make("small", results, count(found.length === 1 ? say.countOne : say.count, found.length));
  listed.replaceChildren();
  for (const one of found) entry(one, needs, listed);
  if (near.length) make("h2", listed, say.near);
  for (const one of near) entry(one, needs, listed);
};

const apply = () => {
  const url = new URL(form.action);
  const page = new URL(location.href);
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  url.hash = location.hash;
  if (url.search === page.search && url.pathname === page.pathname) return;
  if (url.pathname !== page.pathname) return location.assign(url);
  history.pushState(null, "", url);
  show();
};
form.addEventListener("change", apply);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  apply();
  location.hash = "results";
});
addEventListener("popstate", show);
if (location.search) show();
