/**
 * What to doubt, to be said wherever a number of the model is shown. The README has the
 * same list, word for word.
 */
export const DOUBTS: readonly string[] = [
	"Chinese stocks, reserve and use are not published; Russian output differs by a factor of ten between editions. Pakistan publishes neither grades nor tonnage.",
	"No elasticity has been published for antimony; no mine publishes its cost. Most behaviour is `assumed`, with wide priors.",
	"There is one crisis to learn from. Prices and volumes after December 2024 were not looked at: they are left for a blind test.",
	"Defence tonnage rests on one official figure. What must be certified is an axis (`demand.defence.certifiedShare`), not a finding; so is whose metal is qualified today (`demand.defence.qualified-at-start`).",
	"How Islamabad leans, and that its leaning moves metal, is judgement (`--without alignment`).",
	"One hub, one price in a region, and governments that do not bargain.",
];
