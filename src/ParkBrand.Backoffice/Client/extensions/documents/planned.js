// What was planned, in one sentence for each language: the message after planning.
const moment = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** @param variants `{ name, schedule }`, where the name is the language's. */
export const planned = (localize, variants) => variants.map(({ name, schedule }) => {
  const [from, to] = [schedule?.publishTime, schedule?.unpublishTime].map((time) => (time ? localize.date(time, moment) : undefined));
  if (from && to) return localize.term('parkbrandDocuments_plannedBoth', name, from, to);
  if (from) return localize.term('parkbrandDocuments_planned', name, from);
  return to ? localize.term('parkbrandDocuments_plannedWithdrawal', name, to) : localize.term('parkbrandDocuments_planEnded', name);
}).join('\n');
