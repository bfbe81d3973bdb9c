// Enhancement only: every page works without this file.
const asked = document.querySelector(".ask textarea");
asked?.addEventListener("keydown", (event) => {
  // Enter asks; while an input method composes Chinese, Enter belongs to it.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    asked.form.requestSubmit();
  }
});

const sheet = document.querySelector("#filters");
if (sheet) {
  const parts = [".tools", ".open-filters", "#filters form", "#results h2", "#results .listed", ".side-map", ".foot"];
  let shown = location.search;

  // A filter that was changed is applied in place, so that the focus and an open sheet stay where they are.
  const show = async (url) => {
    shown = url.search;
    const answer = await fetch(url).catch(() => null);
    if (url.search !== shown) return; // another choice came after this one
    if (!answer?.ok) return location.assign(url);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { name, value } = document.activeElement;
    for (const part of parts) {
      document.querySelector(part)?.replaceChildren(...(fresh.querySelector(part)?.childNodes ?? []));
    }
    const same = [...sheet.querySelectorAll("input, select")].filter((field) => name && field.name === name);
    (same.find((field) => field.value === value) ?? same[0])?.focus({ preventScroll: true });
  };

  sheet.addEventListener("change", ({ target: { form } }) => {
    const url = new URL(form.action);
    const given = [...new FormData(form)].filter(([name, value]) => value && value !== form.elements[name].options?.[0].value);
    url.search = new URLSearchParams(given);
    url.hash = location.hash;
    history.pushState(null, "", url);
    show(url);
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
