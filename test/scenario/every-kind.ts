import { HEAD } from "./files.ts";

/** One shock of every kind, with numbers of every shape, some with a word of their own. */
export const EVERY_KIND = `${HEAD}parameters:
  demand.defence.growth: {triangular: [0, 0.02, 0.05], unit: 1/y, basis: estimated, source: "budgets"}
  demand.habit.months: {value: 2, unit: years}
shocks:
  - {id: a, kind: export-restriction, by: China, mode: licence, approval: {logitnormal: {median: 0.5, p5: 0.2, p95: 0.8}}, lag: 3 months, from: 2024-09-15, announce: 2024-08-15, news: {kick: {outside: 1, china: -1}, precaution: {uniform: [0, 0.6], basis: estimated}}}
  - {id: b, kind: export-restriction, by: China, goods: [refined], mode: quota, quota: {value: 1000, unit: t/month}, from: 2027-01-01, months: 7, probability: 0.4}
  - {id: c, kind: export-restriction, by: Russia, goods: [concentrate, refined], destinations: [EU, US], mode: ban, militaryOnly: true, from: 2022-02-24}
  - {id: d, kind: restriction-suspension, of: c, destinations: [EU], from: 2023-01-01, to: 2024-01-01}
  - {id: e, kind: enforcement, by: China, strength: {triangular: [0.1, 0.2, 0.9]}, from: 2025-05-09}
  - {id: f, kind: refining-investment, in: Bolivia, capacity: {uniform: [1, 2], unit: kt/y, basis: reported, source: 'a "quoted" source: with # signs'}, decisionProbability: 0.35, announce: 2025-09-08, offtake: Japan}
  - {id: g, kind: outage, agents: [olimpiada], of: mines, share: {value: 0.5, source: elsewhere}, from: 2024-01-01}
  - {id: h, kind: outage, region: China, of: refiners, share: 0.1, from: 2024-01-31, months: 1}
  - {id: i, kind: ore-export-ban, by: Tajikistan, share: 0.25, from: 2024-01-01}
  - {id: j, kind: segment-growth, segment: glass, path: [{month: 2024-01, level: 1}, {month: 2024-06, level: {uniform: [1, 1.5], source: own}}]}
  - {id: k, kind: reserve-purchases, by: US, path: [{from: 2025-01-01, to: 2026-01-01, tonnes: {lognormal: {median: 100, p95: 400}, unit: t}}]}
  - {id: l, kind: route, origin: Pakistan, destination: US, good: concentrate, cost: 1 USD/lb, capacity: {value: 50, unit: t/month}, from: 2025-10-02}
  - {id: m, kind: news, label: "yes: no", from: 2026-01-01, news: {kick: {outside: -0.5}}}
  - {id: n, kind: refining-investment, in: US, capacity: 1 kt/y, floor: {uniform: [20000, 25000], unit: USD/t}, loan: {value: 40, unit: million USD, basis: estimated}, grant: 5 MUSD, from: 2027-01-01}
  - {id: o, kind: mine-investment, in: Australia, capacity: {lognormal: {median: 5, p95: 8}, unit: kt/y}, unitCost: {value: 6, unit: USD/kg, source: study}, loan: 100 MUSD, announce: 2025-05-07}
  - {id: p, kind: tariff, importer: US, goods: [refined], rate: 25 %, except: [Japan, Canada], from: 2027-01-01, months: 12}
  - {id: q, kind: origin-rule, admit: certified, from: 2027-01-01}
  - {id: r, kind: demand-surge, region: Europe, defence: {triangular: [1, 2, 3]}, ramp: 1 years, from: 2027-05-01, to: 2028-05-01}
  - {id: s, kind: stockpile, agency: US, mode: fill, tonnes: 3039 t, budget: {uniform: [40, 60], unit: million USD/y, basis: reported, source: act}, limitPrice: 30000 USD/t, rate: 600 t/y, from: 2026-01-01, to: 2028-01-01}
  - {id: t, kind: stockpile, agency: US, mode: release, rate: 40 t/month, spot: true, from: 2028-01-01}
  - {id: u, kind: rated-orders, region: Germany, share: 0.5, from: 2027-01-01}
  - {id: v, kind: price-floor, sellers: [n, thompson-falls], floor: 20000 USD/t, tonnes: 100 t/month, term: 10 years, from: 2027-01-01}
  - {id: w, kind: offtake, buyer: US, seller: n, tonnes: {value: 50, unit: t/month}, price: {triangular: [15000, 20000, 25000], unit: USD/t, source: talks}, sponsored: true, from: 2030-01-01}
  - {id: x, kind: route-closure, of: l, share: 0.5, from: 2028-01-01, months: 3}
  - {id: y, kind: recycling, region: Belgium, capacity: {uniform: [800, 1000], unit: t/y, source: release}, cost: 7000 USD/t, from: 2027-07-01}
  - {id: z, kind: substitution-programme, segment: flame-retardants, region: US, lag: 24, max: {logitnormal: {median: 0.2, p5: 0.1, p95: 0.4}}, from: 2027-01-01}
  - {id: za, kind: us-engagement, form: arms-sustainment, value: 686 million USD, from: 2025-12-08}
  - {id: zb, kind: chinese-leverage, path: [{month: 2024-01, level: 0.81}, {month: 2026-03, level: {uniform: [0.7, 0.8], source: SIPRI}}]}
  - {id: zc, kind: proliferation-sanctions, weight: 1.5, from: 2024-09-12}
  - {id: zd, kind: withholding, share: 0.9, from: 2027-06-01, months: 12}
expect: ["median(x) between 1 and 2"]
`;
