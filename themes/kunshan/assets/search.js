// Suggestions under every search box. Enhancement only: the forms work without this file.
const { dataset: groups } = document.querySelector("script[data-park]");
const pause = 120;

for (const box of document.querySelectorAll("[role=search] .combo input")) {
  const list = box.parentElement.appendChild(Object.assign(document.createElement("div"), { id: `${box.id}-list`, className: "suggest", hidden: true }));
  let composing, timer, request, options = [], at = -1;
  list.role = "listbox";
  list.ariaLabel = box.ariaLabel ?? box.form.ariaLabel;
  box.role = "combobox";
  box.autocomplete = "off";
  box.ariaAutoComplete = "list";
  box.ariaExpanded = "false";
  box.setAttribute("aria-controls", list.id);

  const mark = (next) => {
    options[at]?.removeAttribute("aria-selected");
    at = next;
    box.toggleAttribute("aria-activedescendant", at >= 0);
    if (at < 0) return;
    options[at].ariaSelected = "true";
    options[at].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", options[at].id);
  };
  const close = () => {
    clearTimeout(timer);
    request?.abort();
    mark(-1);
    options = [];
    list.hidden = true;
    box.ariaExpanded = "false";
  };
  const part = (role, text) => Object.assign(document.createElement(role === "option" ? "a" : "div"), { role, textContent: text });
  const show = (items) => {
    close();
    list.replaceChildren();
    for (const { kind, text, url } of items) {
      let group = list.querySelector(`#${list.id}-${kind}`);
      if (!group) {
        group = list.appendChild(part("group", ""));
        group.id = `${list.id}-${kind}`;
        group.ariaLabel = groups[kind];
        group.append(part("presentation", groups[kind]));
      }
      const option = group.appendChild(part("option", text));
      Object.assign(option, { href: url, tabIndex: -1, id: `${list.id}-${options.push(option)}` });
    }
    list.hidden = !options.length;
    box.ariaExpanded = String(!list.hidden);
  };
  const ask = async () => {
    const query = new URLSearchParams({ q: box.value, culture: document.documentElement.lang });
    request = new AbortController();
    // Aborted, offline or too many: then there are none.
    const answer = await fetch(`/api/suggest?${query}`, { signal: request.signal }).then((a) => (a.ok ? a.json() : null)).catch(() => null);
    if (answer && document.activeElement === box) show(answer.items);
  };
  const later = () => {
    clearTimeout(timer);
    request?.abort();
    if (composing) return;
    if (box.value.trim()) timer = setTimeout(ask, pause);
    else close();
  };

  box.addEventListener("compositionstart", () => later((composing = true)));
  box.addEventListener("compositionend", () => later((composing = false)));
  box.addEventListener("input", later);
  box.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus until the click is through
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || composing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !options.length) later();
    else if (step) mark(((at + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    else if (event.key === "Escape" && options.length) close();
    else if (event.key === "Enter" && at >= 0) options[at].click();
    else return;
    event.preventDefault();
  });
}
