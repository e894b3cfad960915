/** One field of the state of the market, as its source text has it. */
export interface StateField {
	readonly name: string;
	/** the heading it stands under */
	readonly part: string;
	/** whose it is, one value each */
	readonly owner: string;
	/** its doc comment; empty when it has none */
	readonly meaning: string;
}

const CLASS = /class MarketState \{(?<fields>[\s\S]*?)\n\tconstructor\(/;
const FIELD =
	/^\t(?:\/\/ (?<part>.+)|(?<doc>\/\*\*[\s\S]*?\*\/)|readonly (?<name>\w+): Float64Array;)$/gm;
const HELPER = /const (?<name>\w+) = \(\) => pool\.take\((?<size>[^;]+)\);/g;
const TAKEN =
	/this\.(?<name>\w+) = (?:pool\.take\((?<size>[^;]+)\)|(?<helper>\w+)\(\));/g;
const CONSTANT = /const (?<name>[A-Z_]+) = (?<value>\d+);/g;

/** Whose a factor of a length is. */
const OWNERS: Readonly<Record<string, string>> = {
	"1": "the world",
	REGION_COUNT: "region",
	SEGMENT_COUNT: "use",
	SOURCE_COUNT: "source",
	LONGEST_LAG: "month of lag",
	LICENCE_LIFE: "month of age",
	INDEX_MEMORY: "month back",
	TRADE_MEMORY: "month back",
	"structure.refiners.count": "refiner",
	"structure.recyclers.count": "recycler",
	"structure.miners.count": "mine",
	"structure.civilBuyers.count": "civil buyer",
	"structure.defenceBuyers.count": "defence buyer",
	"structure.traders.count": "trader",
	"structure.refinedExporters.count": "exporter of metal",
	"structure.oreExporters.count": "exporter of ore",
	"structure.projects.length": "project",
};

type Sizes = ReadonlyMap<string, string>;

function namedBy(pattern: RegExp, source: string, group: string): Sizes {
	return new Map(
		[...source.matchAll(pattern)].map(({ groups }) => [
			groups!["name"]!,
			groups![group] ?? "",
		]),
	);
}

function ownerOfFactor(factor: string, constants: Sizes): string {
	const word = OWNERS[factor] ?? (/^\d/.test(factor) ? "place" : factor);
	const count = constants.get(factor) ?? /^\d+$/.exec(factor)?.[0];
	return count === undefined || factor === "1" ? word : `${word} (${count})`;
}

/** Whose a length is, factor by factor: `LONGEST_LAG * REGION_COUNT` is "month of lag (2) × region". */
function ownerOf(size: string, constants: Sizes): string {
	return size
		.replace(/,\s*$/, "")
		.split("*")
		.map((factor) => ownerOfFactor(factor.trim(), constants))
		.join(" × ");
}

function words(doc: string): string {
	return doc
		.replace(/^\/\*\*|\*\/$/g, "")
		.replace(/^\s*\* ?/gm, "")
		.replace(/\s+/g, " ")
		.trim();
}

/** Every field of the class `MarketState`, in its order, from its source text. */
export function stateFields(source: string): readonly StateField[] {
	const fields = CLASS.exec(source)?.groups?.["fields"];
	if (fields === undefined) throw new RangeError("no class MarketState");
	const helpers = namedBy(HELPER, source, "size");
	const constants = namedBy(CONSTANT, source, "value");
	const sizes = new Map(
		[...source.matchAll(TAKEN)].map(({ groups }) => [
			groups!["name"]!,
			groups!["size"] ?? helpers.get(groups!["helper"]!) ?? "",
		]),
	);
	const found: StateField[] = [];
	let part = "";
	let doc = "";
	for (const { groups } of fields.matchAll(FIELD)) {
		if (groups!["part"] !== undefined) part = groups!["part"];
		else if (groups!["doc"] !== undefined) doc = groups!["doc"];
		else {
			const name = groups!["name"]!;
			const owner = ownerOf(sizes.get(name) ?? "", constants);
			found.push({ name, part, owner, meaning: words(doc) });
			doc = "";
		}
	}
	return found;
}
