// Enhancement only: every page works without this file.
const sheet = document.querySelector("#filters");
if (sheet) {
  const parts = [".tools", ".finder-head", "#needs", ".tabs", ".open-filters", "#filters form", "#results h2", "#results .listed", ".side-map", ".foot"];
  let shown = location.search;

  // A filter that was changed is applied in place, so that the focus, an open sheet and opened groups stay as they are.
  const show = async (url, link) => {
    shown = url.search;
    const answer = await fetch(url).catch(() => null);
    if (url.search !== shown) return; // another choice came after this one
    if (!answer?.ok) return location.assign(url);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { name, value } = document.activeElement;
    const closed = document.activeElement.closest(".open-filters");
    const opened = [...sheet.querySelectorAll("details[open]")].map((group) => group.id);
    for (const part of parts) {
      document.querySelector(part)?.replaceChildren(...(fresh.querySelector(part)?.childNodes ?? []));
    }
    document.title = fresh.title;
    for (const id of opened) document.getElementById(id).open = true;
    if (link) {
      // Going through views stays where it was; a changed need is told by the sentence that says what is left.
      const view = link.closest("nav") && [...document.links].find((a) => a.href === link.href && a.hasAttribute("aria-current"));
      (view ?? document.querySelector("main h1")).focus({ preventScroll: Boolean(view) });
      return;
    }
    if (closed) document.querySelector(".open-filters a").focus({ preventScroll: true });
    const same = [...sheet.querySelectorAll("input, select")].filter((field) => name && field.name === name);
    (same.find((field) => field.value === value) ?? same[0])?.focus({ preventScroll: true });
  };

  const apply = (form) => {
    const url = new URL(form.action);
    const given = [...new FormData(form)].filter(([name, value]) => value && value !== form.elements[name].options?.[0].value);
    url.search = new URLSearchParams(given);
    url.hash = location.hash;
    if (url.search === shown) return; // Enter changes a field and sends the form
    history.pushState(null, "", url);
    show(url);
  };
  sheet.addEventListener("change", ({ target }) => apply(target.form));
  sheet.addEventListener("submit", (event) => {
    event.preventDefault();
    apply(event.target);
    if (isOpen()) close();
  });
  document.querySelector("[data-in-place]")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.pathname !== location.pathname || link.search === location.search || link.hash) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    show(new URL(link.href), link);
  });
  addEventListener("popstate", () => location.search !== shown && show(new URL(location)));

  // The sheet of small screens opens by its address; it closes when the reader turns away from it.
  const close = () => {
    location.hash = "results";
    document.querySelector(".open-filters a").focus({ preventScroll: true });
  };
  const isOpen = () => location.hash === "#filters" && getComputedStyle(sheet).position === "fixed";
  addEventListener("keydown", (event) => event.key === "Escape" && isOpen() && close());
  addEventListener("click", (event) => {
    if (isOpen() && !sheet.contains(event.target)) {
      event.preventDefault();
      close();
    }
  });
  sheet.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !sheet.contains(relatedTarget) && isOpen()) location.hash = "results";
  });
}
