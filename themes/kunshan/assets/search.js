// Suggestions under every search box. Enhancement only: the forms work without this file.
const groups = document.querySelector("script[data-park]").dataset;
const make = (name, properties, parent) => parent.appendChild(Object.assign(document.createElement(name), properties));

for (const box of document.querySelectorAll(".combo input")) {
  const list = make("div", { id: `${box.id}-list`, className: "suggest", role: "listbox", ariaLabel: box.ariaLabel ?? box.form.ariaLabel, hidden: true }, box.parentElement);
  let options = [], at = -1, composing, timer, request;
  Object.assign(box, { role: "combobox", autocomplete: "off", ariaAutoComplete: "list", ariaExpanded: "false" });
  box.setAttribute("aria-controls", list.id);

  const mark = (next) => {
    options[at]?.removeAttribute("aria-selected");
    at = next;
    options[at]?.setAttribute("aria-selected", "true");
    options[at]?.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[at]?.id ?? "");
  };
  const show = (items) => {
    mark(-1);
    options = [];
    list.replaceChildren();
    let group;
    for (const { kind, text, url } of items) {
      if (group?.ariaLabel !== groups[kind]) {
        group = make("div", { role: "group", ariaLabel: groups[kind] }, list);
        make("div", { role: "presentation", textContent: groups[kind] }, group);
      }
      options.push(make("a", { role: "option", id: `${list.id}-${options.length}`, href: url, tabIndex: -1, textContent: text }, group));
    }
    list.hidden = !items.length;
    box.ariaExpanded = `${!list.hidden}`;
  };
  const ask = async () => {
    request = new AbortController();
    const query = new URLSearchParams({ q: box.value, culture: document.documentElement.lang });
    const answer = await fetch(`/api/suggest?${query}`, request).catch(() => null);
    const { items } = (answer?.ok && (await answer.json().catch(() => null))) || {};
    if (items) show(items);
  };
  // While an input method composes, what stands in the box is not what is meant.
  const later = (event) => {
    clearTimeout(timer);
    request?.abort();
    if (event?.isComposing || composing) return;
    if (event && box.value.trim()) timer = setTimeout(ask, 120);
    else show([]);
  };

  box.addEventListener("input", later);
  for (const [name, begins] of [["compositionstart", true], ["compositionend", false]]) {
    box.addEventListener(name, (event) => {
      composing = begins;
      later(event);
    });
  }
  box.addEventListener("blur", () => later());
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus until the click
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], all = options.length + 1;
    if (event.isComposing || composing) return;
    if (step && options.length) mark(((at + 1 + step + all) % all) - 1);
    else if (step) later(event);
    else if (event.key === "Escape" && options.length) later();
    else if (event.key === "Enter" && at >= 0) options[at].click();
    else return;
    event.preventDefault();
  });
}
