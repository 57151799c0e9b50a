// Every kind of mark, in the order in which a desk asks for them, and what to
// call it. `family` is what a mark's record is: a mention, a date, a quote.
const list = [
  ['person', 'person', 'people', 'mention'],
  ['organization', 'organization', 'organizations', 'mention'],
  ['place', 'place', 'places', 'mention'],
  ['group', 'group', 'groups', 'mention'],
  ['date', 'date', 'dates', 'date'],
  ['time', 'time', 'times', 'date'],
  ['duration', 'duration', 'durations', 'date'],
  ['set', 'repeated date', 'repeated dates', 'date'],
  ['direct', 'direct quotation', 'direct quotations', 'quote'],
  ['mixed', 'partial quotation', 'partial quotations', 'quote'],
  ['indirect', 'indirect quotation', 'indirect quotations', 'quote'],
  ['event', 'event', 'events', 'mention'],
  ['work', 'work', 'works', 'mention'],
  ['product', 'product', 'products', 'mention'],
  ['law', 'law', 'laws', 'mention'],
  ['money', 'sum of money', 'sums of money', 'mention'],
  ['percent', 'percentage', 'percentages', 'mention'],
  ['quantity', 'quantity', 'quantities', 'mention'],
  ['email', 'e-mail address', 'e-mail addresses', 'mention'],
  ['url', 'web address', 'web addresses', 'mention'],
  ['handle', 'handle', 'handles', 'mention'],
];

/** @type {ReadonlyMap<string, { kind: string, name: string, plural: string, family: string }>} */
export const kinds = new Map(list.map(([kind, name, plural, family]) => [kind, { kind, name, plural, family }]));
