// node formats.mjs BASE: reads what the site gives to machines with readers that others wrote, and prints what they find wrong, a line each.
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import ICAL from "ical.js";
import jsonld from "jsonld";

const base = process.argv[2].replace(/\/$/, "");
const problems = [];
const text = async path => {
  const answer = await fetch(base + path);
  if (answer.status !== 200) throw new Error(`${answer.status}`);
  return await answer.text();
};
const check = async (path, look) => {
  try {
    await look(await text(path));
  } catch (e) {
    problems.push(`${path}: ${e.message}`);
  }
};
const demand = (met, what) => { if (!met) throw new Error(what); };

const xml = new XMLParser({ ignoreAttributes: false, isArray: name => ["item", "entry", "url", "sitemap"].includes(name) });
const wellFormed = source => {
  const found = XMLValidator.validate(source);
  demand(found === true, found.err?.msg);
  return xml.parse(source);
};

const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);

// No test asks another site: the one context that pages name is taken as a vocabulary.
const documentLoader = async url => {
  demand(url === "https://schema.org", `asks for the context ${url}`);
  return { contextUrl: null, documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } };
};
const graph = async document => {
  const expanded = await jsonld.expand(document, { documentLoader, safe: true });
  demand(expanded.length > 0, "nothing is left of it");
  demand((await jsonld.toRDF(document, { documentLoader, format: "application/n-quads" })).length > 100, "says nothing");
};

for (const prefix of ["", "/en"]) {
  for (const list of ["parks", "spaces", "jobs", "resources", "features", "policies"]) {
    await check(`${prefix}/${list}/feed`, s => demand(wellFormed(s).rss.channel.item.every(i => i.title && i.link && i.guid), "an item lacks title, link or guid"));
    await check(`${prefix}/${list}/feed.atom`, s => demand(wellFormed(s).feed.entry.every(e => e.title && e.id && e.updated), "an entry lacks title, id or updated"));
  }
  for (const path of ["/calendar.ics", "/policies/calendar.ics", "/jobs/calendar.ics"])
    await check(prefix + path, s => {
      const calendar = new ICAL.Component(ICAL.parse(s));
      const events = calendar.getAllSubcomponents("vevent").map(e => new ICAL.Event(e, { strictExceptions: true }));
      demand(events.length > 0 && events.every(e => e.uid && e.summary && e.startDate.isDate && e.endDate.compare(e.startDate) > 0), "an event lacks something");
    });
  for (const set of ["parks", "spaces", "jobs", "resources"]) {
    const valid = ajv.compile({ ...JSON.parse(await text(`/open-data/${set}.schema.json`)), $id: `${prefix}${set}` });
    await check(`${prefix}/open-data/${set}.jsonl`, s => {
      for (const line of s.trimEnd().split("\n"))
        demand(valid(JSON.parse(line)), ajv.errorsText(valid.errors));
    });
  }
}

await check("/sitemap.xml", async s => {
  for (const part of wellFormed(s).sitemapindex.sitemap)
    await check(new URL(part.loc).pathname, p => demand(wellFormed(p).urlset.url.every(u => u.loc && u.lastmod), "an address lacks something"));
});
// Descriptions of interfaces: valid by their specification, every reference leads somewhere, and no operation lacks a name of its own.
for (const path of ["/umbraco/delivery/api/openapi.json", "/api/openapi.json"])
  await check(path, async s => {
    const document = JSON.parse(s);
    const validator = new Validator({ strict: false });
    const found = await validator.validate(structuredClone(document));
    demand(found.valid, JSON.stringify(found.errors));
    validator.resolveRefs();
    const operations = Object.values(document.paths).flatMap(p => Object.values(p)).map(o => o.operationId);
    demand(operations.length > 2 && operations.every(o => o) && new Set(operations).size === operations.length, "an operation lacks a name of its own");
  });
await check("/open-data/catalog.jsonld", s => graph(JSON.parse(s)));
const first = async list => new URL(JSON.parse(await text(`/${list}/feed.json`)).items[0].url).pathname;
for (const path of ["/", "/en/open-data", ...await Promise.all(["parks", "spaces", "jobs", "resources", "features", "policies"].map(first))])
  await check(path, s => graph(JSON.parse(s.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1])));

process.stdout.write(problems.map(p => p + "\n").join(""));
