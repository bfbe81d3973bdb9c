// Search over one file, for a site that is served as files. Han by pairs of characters, other scripts by beginnings of words.
const { index, count, none } = document.querySelector("script[data-index]").dataset;
const words = new URLSearchParams(location.search).get("q")?.trim() ?? "";
const fold = (text) => text.normalize("NFKC").toLowerCase();
const tokens = (text) => fold(text).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)?.flatMap((run) =>
  /\p{Script=Han}/u.test(run) && run.length > 2 ? Array.from(run).slice(1).map((c, i) => [...run][i] + c) : [run]) ?? [];

const score = ([title, , , tags, body], wanted) => {
  let [sum, met] = [0, 0];
  for (const token of wanted) {
    const weight = title.includes(token) ? 6 : tags.includes(token) ? 3 : body.includes(token) ? 1 : 0;
    sum += weight;
    met += weight > 0;
  }
  return met * 2 > wanted.length ? (sum * met) / wanted.length : 0;
};

if (words) {
  document.querySelector("#q").value = words.slice(0, 200);
  const at = new URL(index, location.href);
  const wanted = [...new Set(tokens(words.slice(0, 200)))];
  const rows = await (await fetch(at)).json();
  const hits = rows.map((row) => [score(row.map(fold), wanted), row]).filter(([s]) => s > 0).sort((a, b) => b[0] - a[0]);
  const element = (name, text, parent, cls) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (cls) made.className = cls;
    parent.append(made);
    return made;
  };
  const section = document.createElement("section");
  section.className = "hits";
  const said = element("h2", (hits.length ? count : none).replace("{0}", hits.length || words), section);
  said.tabIndex = -1;
  const list = element("ol", "", section, "answers");
  for (const [, [title, way, type, , body]] of hits.slice(0, 40)) {
    const item = element("li", "", list, "answer");
    const link = element("a", title, element("h3", "", item));
    link.href = new URL(way, at).href;
    element("span", type, element("p", "", item, "sub"), "tag");
    element("p", body, item, "passage");
  }
  document.querySelector(".start")?.replaceWith(section);
  said.focus();
}
