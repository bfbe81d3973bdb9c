// A short list of parks beside the dialogue, for as long as the tab is open. Enhancement only.
const [form, dialogue, list, said] = ["ask", "dialogue", "short", "said"].map((id) => document.getElementById(id));
const words = JSON.parse(dialogue.dataset.words), culture = document.documentElement.lang;
const KEY = `shortlist ${culture}`, MOST = 6, COMPARED = 3;

let parks = [];
try {
  parks = JSON.parse(sessionStorage.getItem(KEY)) ?? [];
} catch {
  // Begins empty.
}

const nameOf = (card) => (card.querySelector(".sub") ?? card.querySelector("h3 a")).textContent.trim();
const urlOf = (card) => card.querySelector("h3 a").getAttribute("href").split("/").slice(0, culture.startsWith("zh") ? 3 : 4).join("/");
const button = (text, label, act) => {
  const element = document.createElement("button");
  Object.assign(element, { type: "button", className: "link", textContent: text, ariaLabel: label });
  element.addEventListener("click", act);
  return element;
};

const keep = (now) => {
  parks = now.slice(-MOST);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(parks));
  } catch {
    // A full or forbidden store only means that a reload begins anew.
  }
  draw();
};
const draw = () => {
  list.hidden = parks.length === 0;
  list.querySelector("ul").replaceChildren(...parks.map(({ name, url }) => {
    const item = document.createElement("li"), to = document.createElement("a");
    Object.assign(to, { href: url, textContent: name });
    item.append(to, " ", button("\u00d7", words["short.remove"] + name, () => keep(parks.filter((p) => p.name !== name))));
    return item;
  }));
  list.querySelector("#weigh").hidden = parks.length < 2;
  for (const pick of dialogue.querySelectorAll(".pick")) {
    const { name } = pick.dataset, taken = parks.some((p) => p.name === name);
    pick.textContent = words[taken ? "short.taken" : "short.take"];
    pick.ariaPressed = taken;
    pick.ariaLabel = `${pick.textContent}${words.sep}${name}`;
  }
};
const offer = () => {
  for (const card of dialogue.querySelectorAll(".match:not(:has(.pick))")) {
    const name = nameOf(card), url = urlOf(card);
    const pick = button("", "", () => {
      const taken = parks.some((p) => p.name === name);
      keep(taken ? parks.filter((p) => p.name !== name) : [...parks, { name, url }]);
      said.textContent = `${words[taken ? "short.removed" : "short.taken"]}${words.sep}${name}`;
    });
    pick.classList.add("pick");
    pick.dataset.name = name;
    card.append(pick);
  }
  draw();
};

new MutationObserver((changes) => changes.some(({ addedNodes }) => [...addedNodes].some((node) => node.querySelector?.(".match:not(:has(.pick))") || node.matches?.(".match, .matches"))) && offer())
  .observe(dialogue, { childList: true, subtree: true });
list.querySelector("#weigh").addEventListener("click", () => {
  form.elements.q.value = words["compare.ask"].replace("{0}", parks.slice(-COMPARED).map((p) => p.name).join(words.list));
  form.requestSubmit();
});
list.querySelector("#drop").addEventListener("click", () => keep([]));
offer();
