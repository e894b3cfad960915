/** The fields of the market's state: what each means, with its unit, and of what it holds one value each. */

import {
	INDEX_MEMORY,
	LICENCE_LIFE,
	LONGEST_LAG,
	TRADE_MEMORY,
} from "./spans.ts";
import { REGION_COUNT, SOURCE_COUNT, type Structure } from "./structure.ts";

/** A factor of a field's length. */
interface Factor {
	readonly words: string;
	readonly count: (structure: Structure) => number;
}

const months = (words: string, count: number): Factor => ({
	words: `${words} (${count})`,
	count: () => count,
});

const FACTORS = {
	world: { words: "the world", count: () => 1 },
	region: { words: "region", count: () => REGION_COUNT },
	source: { words: "source", count: () => SOURCE_COUNT },
	event: { words: "place (4)", count: () => 4 },
	lag: months("month of lag", LONGEST_LAG),
	age: months("month of age", LICENCE_LIFE),
	indexMonth: months("month back", INDEX_MEMORY),
	tradeMonth: months("month back", TRADE_MEMORY),
	mine: { words: "mine", count: ({ miners }) => miners.count },
	refiner: { words: "refiner", count: ({ refiners }) => refiners.count },
	project: { words: "project", count: ({ projects }) => projects.length },
	civilBuyer: {
		words: "civil buyer",
		count: ({ civilBuyers }) => civilBuyers.count,
	},
	defenceBuyer: {
		words: "defence buyer",
		count: ({ defenceBuyers }) => defenceBuyers.count,
	},
	trader: { words: "trader", count: ({ traders }) => traders.count },
	exporter: {
		words: "exporter of metal",
		count: ({ refinedExporters }) => refinedExporters.count,
	},
} as const satisfies Readonly<Record<string, Factor>>;

/** Meaning and unit, then whatever a field has one value for each of, the slowest first. */
type Row = readonly [meaning: string, ...each: (keyof typeof FACTORS)[]];

const PARTS = {
	"prices, by region": {
		price: ["auction price of refined metal, USD/t", "region"],
		index: ["published index of refined metal, USD/t", "region"],
		indexHistory: ["ring of the index", "indexMonth", "region"],
		hubPrice: ["hub price of refined metal, USD/t", "world"],
		orePrice: ["auction price of concentrate, USD/t Sb", "region"],
		oreIndex: ["published index of concentrate, USD/t Sb", "region"],
		oreIndexHistory: ["ring of the concentrate index", "tradeMonth", "region"],
		oreHubPrice: ["hub price of concentrate, USD/t Sb", "world"],
	},
	beliefs: {
		slowNorm: [
			"natural log of the slow norm over the reference price, by region",
			"region",
		],
		norm: ["what a price is judged against, USD/t, by region", "region"],
		kick: [
			"what dated news has added to the log norm and not yet lost, by region",
			"region",
		],
		regionalNews: ["undated news heard in one region, logs", "region"],
		commonNews: ["undated news heard by all, logs", "world"],
		beliefJump: ["what jumps of belief have left, logs", "world"],
		threat: ["belief in the threat to Chinese supply, 0 to 1", "world"],
		precaution: ["precautionary cover, months of use, by region", "region"],
		alarm: ["alarm of buyers, 0 to 1, by region", "region"],
	},
	"the world outside the market": {
		macro: ["log of world activity", "world"],
		exportCostNoise: [
			"deviation of export costs as a share of the normal price",
			"world",
		],
		eventMonths: [
			"months left of a supply event: Chinese mines, Olimpiada, other mines, Pakistani ore",
			"event",
		],
		needScale: ["scale of need found in the burn-in", "world"],
		controllerTrend: ["slow part of the controller that finds it", "world"],
		needRise: ["natural log of the rise of need from 2018 to 2023", "world"],
	},
	mines: {
		orePile: ["ore mined and not sold, t Sb, by region", "region"],
		minerOpen: [
			"1 when the mine runs, 0 when it is shut, -1 when it closed for good",
			"mine",
		],
		monthsShut: ["months in a row that it has been shut", "mine"],
		reviewsBelow: ["quarterly reviews in a row below the cost of care", "mine"],
		reopening: [
			"months until a mine that reopens delivers; 0 when none is under way",
			"mine",
		],
	},
	refiners: {
		feed: ["t Sb in concentrate at the plant", "refiner"],
		feedPipeline: [
			"t Sb in concentrate on the way; arrives in 1 … LONGEST_LAG months, by lag then plant",
			"lag",
			"refiner",
		],
		finished: ["t Sb of refined metal in stock", "refiner"],
		lossMonths: ["months at a loss in a row", "refiner"],
		restarting: [
			"months until an idled plant runs again; -1 while it is idle, 0 when it runs",
			"refiner",
		],
		starvedMonths: [
			"months in a row that a new plant has lacked ore",
			"refiner",
		],
		pakistaniFeed: [
			"t Sb of Pakistani origin in the feed of US smelters",
			"world",
		],
		certified: [
			"share of a plant's metal that munitions makers accept",
			"refiner",
		],
		provenMonths: [
			"months a plant under qualification has run well",
			"refiner",
		],
		qualifyingMonths: ["months its papers have taken", "refiner"],
	},
	projects: {
		projectUrge: ["summed hazard of a decision", "project"],
		projectStage: [
			"0 proposed, 1 permitting, 2 financing, 3 building, 4 running",
			"project",
		],
		projectMonths: ["months in the stage", "project"],
	},
	Islamabad: {
		alignment: [
			"leaning of the government towards Washington, 0 to 1",
			"world",
		],
		engagement: ["remembered weight of American engagement", "world"],
		tension: [
			"remembered weight of sanctions on its missile suppliers",
			"world",
		],
		withheldMonths: [
			"months for which shipments to the US are still held back",
			"world",
		],
	},
	buyers: {
		buyerStock: ["t Sb of metal at civil users", "civilBuyer"],
		buyerPipeline: ["t Sb on the way; by lag then buyer", "lag", "civilBuyer"],
		habit: [
			"natural log of habit: use against need at the normal price",
			"civilBuyer",
		],
		reformulating: [
			"months of work on doing without, by civil buyer",
			"civilBuyer",
		],
		substituted: ["share of need done without", "civilBuyer"],
		mostSubstituted: ["the most it ever was", "civilBuyer"],
		lastUse: ["use of last month, t Sb", "civilBuyer"],
		lastOrder: ["order of last month, t Sb", "civilBuyer"],
		certifiedStock: [
			"stock of certified metal with munitions makers, t Sb",
			"defenceBuyer",
		],
		embeddedStock: [
			"stock of ordinary metal for military goods, t Sb",
			"defenceBuyer",
		],
		embeddedPipeline: [
			"ordinary metal on the way to it, t Sb; by lag then buyer",
			"lag",
			"defenceBuyer",
		],
		backlog: ["certified need not yet delivered, t Sb", "defenceBuyer"],
		traderStock: ["t Sb of metal with traders", "trader"],
		reserveStock: [
			"state stocks since the start, t Sb, by region; negative when a reserve sold more than it bought",
			"region",
		],
		reservePaid: [
			"what the stock of an agency was bought for, USD, by region",
			"region",
		],
	},
	trade: {
		exportHistory: ["t Sb exported, ring by region", "tradeMonth", "region"],
		importHistory: [
			"t Sb bought abroad, ring by region",
			"tradeMonth",
			"region",
		],
		relations: [
			"ties of importers to sources, shares of supply: source × REGION_COUNT + importer",
			"source",
			"region",
		],
		contracts: [
			"contracts, t Sb a month: selling region × REGION_COUNT + buying region",
			"region",
			"region",
		],
		arrears: ["what is owed under them, t Sb", "region", "region"],
		trust: ["trust of the buyer in the seller, 0 to 1", "region", "region"],
		usArrivals: [
			"US arrivals by lag then origin region, t Sb",
			"lag",
			"region",
		],
		importCap: [
			"most that a barred importer can buy, t Sb a month; -1 without a ban",
			"region",
		],
		wantedImports: [
			"what it would have bought last month without the cap",
			"region",
		],
	},
	"the licence office and its shadow": {
		licenceRegime: ["0 open, 1 slow, 2 closed; -1 before licences", "world"],
		zeal: ["what is left of the last campaign, 0 to 1", "world"],
		leak: ["share of normal exports past the controlled list", "world"],
		heldBack: ["1 while China holds refined metal back, 0 else", "world"],
		normalExports: [
			"mean monthly exports of each exporter in the year before control",
			"exporter",
		],
		exporterHistory: ["exports by exporter, ring", "tradeMonth", "exporter"],
		firstDesk: ["t Sb applied for and on the first desk", "exporter"],
		secondDesk: ["t Sb applied for and on the second desk", "exporter"],
		licences: ["t Sb licensed, by age then exporter", "age", "exporter"],
		quarterExports: [
			"t Sb exported in the quarter so far, for quotas",
			"world",
		],
		greyCapacity: ["t Sb a month that grey routes can carry", "world"],
		greyFreedom: [
			"0 to 1, what enforcement has left of their ceiling",
			"world",
		],
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Row>>>>;

/** The name of a field of the state. */
export type StateFieldName = {
	[Part in keyof typeof PARTS]: keyof (typeof PARTS)[Part];
}[keyof typeof PARTS];

/** One field of the state of the market. */
export interface StateField {
	readonly name: string;
	/** the part of the market that it belongs to */
	readonly part: string;
	/** whose it is, one value each, in words */
	readonly owner: string;
	/** with its unit */
	readonly meaning: string;
	/** how many values it holds */
	readonly lengthIn: (structure: Structure) => number;
}

/** Every field, part by part. */
export const STATE_FIELDS: readonly StateField[] = Object.entries(
	PARTS,
).flatMap(([part, rows]) =>
	Object.entries<Row>(rows).map(([name, [meaning, ...each]]) => {
		const factors = each.map((factor): Factor => FACTORS[factor]);
		return {
			name,
			part,
			meaning,
			owner: factors.map(({ words }) => words).join(" × "),
			lengthIn: (structure) =>
				factors.reduce((length, { count }) => length * count(structure), 1),
		};
	}),
);
