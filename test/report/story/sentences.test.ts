import { describe, expect, it } from "vitest";
import { CHINESE_MINES, OLIMPIADA } from "../../../src/market/luck/noise.ts";
import { CN, PK, US } from "../../../src/market/world/structure.ts";
import { tickOf } from "../../../src/quantities.ts";
import { bidderSentences } from "../../../src/report/story/bidders.ts";
import { circumstances } from "../../../src/report/story/circumstances.ts";
import { closing } from "../../../src/report/story/closing.ts";
import { closureSentences } from "../../../src/report/story/closures.ts";
import { ruleSentences } from "../../../src/report/story/dated-rules.ts";
import { decisionSentences } from "../../../src/report/story/decisions.ts";
import { headline } from "../../../src/report/story/headline.ts";
import { licenceSentence } from "../../../src/report/story/licences.ts";
import type { Told } from "../../../src/report/story/listener.ts";
import { outageSentences } from "../../../src/report/story/outages.ts";
import { priceSentences } from "../../../src/report/story/prices.ts";
import { recoverySentences } from "../../../src/report/story/recovery.ts";
import { refinerySentences } from "../../../src/report/story/refinery.ts";
import { reformulationSentences } from "../../../src/report/story/reformulations.ts";
import { shortageSentences } from "../../../src/report/story/shortages.ts";
import type { Sentence } from "../../../src/report/story/story.ts";
import { supplySentences } from "../../../src/report/story/supply.ts";
import { tellStory } from "../../../src/report/story/tell.ts";
import { fixed, shock, usBanFrom } from "../../market/scenarios.ts";
import { replayOf, type Written } from "./fake-replay.ts";

const texts = (sentences: readonly Sentence[]) =>
	sentences.map(({ text }) => text);

/** A price that trebles over the first quarter of 2021 and stays. */
const trebled = {
	price_rotterdam_usd_t: (tick: number) =>
		tick < tickOf(2021, 1) ? 10_000 : tick < tickOf(2021, 3) ? 20_000 : 30_000,
};

describe("a price move", () => {
	it("is told from turn to turn, with what else happened in those months", () => {
		const [sentence] = priceSentences(
			replayOf({
				values: trebled,
				shocks: [usBanFrom("2021-02-10")],
				threat: (tick) => (tick >= tickOf(2021, 2) ? 0.6 : 0.1),
			}),
		);
		expect(sentence?.text).toContain(
			"the Rotterdam price rose from 10,000 USD/t to 30,000 USD/t (+200%)",
		);
		expect(sentence?.text).toContain(
			"In the same months the scenario dates us-ban (10 February 2021); belief in a threat to Chinese supply rose from 10% to 60%.",
		);
	});

	it("invents no reason where nothing else moved", () => {
		const [sentence] = priceSentences(replayOf({ values: trebled }));
		expect(sentence?.text).toMatch(/no rule changed and nothing else moved/);
	});

	it("is fastest in a quarter that goes the way of the whole", () => {
		const price = (tick: number) =>
			tick < 40 ? 20_000 - 250 * tick : tick < 43 ? 12_500 : 9_000;
		const [sentence] = priceSentences(
			replayOf({ values: { price_rotterdam_usd_t: price } }),
		);
		expect(sentence?.text).toMatch(
			/fell from 20,000 USD\/t to 9,000 USD\/t .* fastest from [\w ]+ to August 2021 \(−28%\)/,
		);
	});

	it("is not told of a price that stays within a turn", () => {
		const wobble = (tick: number) => (tick % 2 === 0 ? 10_000 : 12_500);
		expect(
			priceSentences(replayOf({ values: { price_rotterdam_usd_t: wobble } })),
		).toEqual([]);
	});
});

describe("circumstances", () => {
	const stretch = { from: tickOf(2021, 1), to: tickOf(2021, 3) };
	const in2021 = (before: number, after: number) => (tick: number) =>
		tick >= stretch.from ? after : before;

	it("say what fell, by how much, the largest change first", () => {
		const found = circumstances(
			replayOf({
				values: {
					china_exports_total_t: in2021(4_000, 800),
					mined_world_t: in2021(9_000, 8_500),
				},
			}),
			stretch,
		);
		expect(found).toEqual([
			"Chinese exports fell from 4,000 t to 800 t a month",
			"world mine output fell from 9,000 t to 8,500 t a month",
		]);
	});

	it("name the mines and plants that stopped", () => {
		const told = [
			{ tick: stretch.from, what: "mine idles", who: "costerfield", figure: 0 },
		] as const;
		expect(circumstances(replayOf({ told }), stretch)).toEqual([
			"Costerfield stopped",
		]);
	});

	it("tell the model's own luck: undated news, need, and outages that begin", () => {
		const found = circumstances(
			replayOf({
				news: in2021(0, 0.2),
				need: in2021(1, 0.95),
				outage: (place, tick) => place === OLIMPIADA && tick === stretch.to,
			}),
			stretch,
		);
		expect(found).toEqual([
			"an outage took 70% of the output of Olimpiada",
			"undated news raised what Rotterdam takes as a normal price by 22%",
			"need in the world fell by 5.0%",
		]);
	});

	it("leave out a shock that is not certain to have happened", () => {
		const perhaps = { ...usBanFrom("2021-02-10"), probability: fixed(0.5) };
		expect(circumstances(replayOf({ shocks: [perhaps] }), stretch)).toEqual([]);
	});
});

describe("supply", () => {
	it("is told for the year in which arrivals fell, with the origin that was lost", () => {
		const from2021 = (before: number, after: number) => (tick: number) =>
			tick >= tickOf(2021, 1) ? after : before;
		const sentences = supplySentences(
			replayOf({
				values: { us_imports_t: from2021(1_500, 900) },
				origins: { [CN]: from2021(800, 100), [PK]: from2021(0, 20) },
			}),
		);
		expect(texts(sentences)).toEqual([
			"In 2021 US arrivals of refined antimony fell to 10,800 t from 18,000 t the year before (−40%): China −8,400 t.",
		]);
	});
});

describe("shortages", () => {
	const between = (value: number) => (tick: number) =>
		tick >= tickOf(2022, 3) && tick <= tickOf(2022, 7) ? value : 0;

	it("are told of users with months, tonnes and share of need", () => {
		expect(
			texts(
				shortageSentences(replayOf({ values: { us_unmet_t: between(200) } })),
			),
		).toEqual([
			"From March 2022 to July 2022 US users went without 1,000 t that they would have used at the price paid, 10% of their need.",
		]);
	});

	it("are told of defence with the causes that the model books", () => {
		const values: Written["values"] = {
			defence_unmet_us_t: between(6),
			defence_unmet_certified_t: between(4),
			defence_unmet_budget_t: between(2),
		};
		expect(texts(shortageSentences(replayOf({ values })))).toEqual([
			"From March 2022 to July 2022 US defence missed 30 t of 150 t needed: 20 t for want of a qualified source and 10 t because the price stood above the limit of contracts.",
		]);
	});
});

describe("bidders", () => {
	it("are the regions whose precautionary cover rose within a year", () => {
		const precaution = (region: number, tick: number) =>
			region === US && tick >= tickOf(2021, 6) ? 1.5 : 0;
		expect(texts(bidderSentences(replayOf({ precaution })))[0]).toMatch(
			/^In 2021 precaution bid for metal in the United States \(by 1.5 months of use\)/,
		);
	});
});

describe("events", () => {
	const refinery = shock({
		id: "refinery",
		kind: "refining-investment",
		in: "PK",
		from: { year: 2020, month: 1, day: 1 },
	} as Parameters<typeof shock>[0]);

	it("of projects are told with the project's label, waiting only once", () => {
		const waits = (tick: number): Told => ({
			...{ tick, who: "refinery", figure: -2 },
			what: "project waits for money",
		});
		const told = [
			{ tick: 40, what: "project decided", who: "refinery", figure: 0.1 },
			...[50, 51, 52].map(waits),
			{ tick: 60, what: "project starts", who: "refinery", figure: 100 },
		] as const;
		expect(
			texts(decisionSentences(replayOf({ told, shocks: [refinery] }))),
		).toEqual([
			'In May 2021 the project "refinery" was decided.',
			'In March 2022 the project "refinery" had its permits and waited for money.',
			'In January 2023 the project "refinery" came to work, with room for 1,200 t a year.',
		]);
	});

	it("of mines are told together year by year, each mine with its month", () => {
		const told = [
			{ tick: 36, what: "mine idles", who: "costerfield", figure: 0 },
			{ tick: 39, what: "mine idles", who: "xinlong", figure: 0 },
			{ tick: 50, what: "mine reopens", who: "xinlong", figure: 0 },
		] as const;
		expect(texts(closureSentences(replayOf({ told })))).toEqual([
			"In 2021 Costerfield (January) and Xinlong (Hunan Gold) (April) stopped mining.",
			"In 2022 Xinlong (Hunan Gold) (March) opened again.",
		]);
	});

	it("of more than three plants are counted, the first three named", () => {
		const plants = ["kadamjay", "madero", "oman-spmp", "thompson-falls"];
		const told = plants.map(
			(who, i): Told => ({ tick: 36 + i, what: "plant idles", who, figure: 0 }),
		);
		expect(texts(closureSentences(replayOf({ told })))).toEqual([
			"In 2021 4 plants, Kadamjay (January), Madero (USAC) (February) and SPMP roaster, Oman (March) first, let furnaces go cold.",
		]);
	});

	it("of new recipes are told together by use, with what is done without", () => {
		const told = ["us-glass", "eu-glass", "cn-lead-alloys"].map(
			(who, i): Told => ({
				...{ tick: 36 + i, who, figure: 0.02 + 0.01 * i },
				what: "use reformulated",
			}),
		);
		expect(texts(reformulationSentences(replayOf({ told })))).toEqual([
			"In 2021 new recipes for glass began to tell in 2 regions, from January on: 3.0% of the antimony needed was done without.",
			"In 2021 new recipes for lead alloys began to tell in China, from March on: 4.0% of the antimony needed was done without.",
		]);
	});

	it("of luck at mines are told with their months and what they took", () => {
		const outage = (place: number, tick: number) =>
			place === CHINESE_MINES && tick >= 38 && tick <= 40;
		expect(texts(outageSentences(replayOf({ outage })))).toEqual([
			"From March 2021 to May 2021 an outage took 30% of the output of Chinese mines.",
		]);
	});

	it("of Islamabad say for how long shipments are held back", () => {
		const told: readonly Told[] = [
			{ tick: 36, what: "shipments withheld", who: "PK", figure: 3 },
			{ tick: 39, what: "shipments resume", who: "PK", figure: 0 },
		];
		expect(texts(decisionSentences(replayOf({ told })))).toEqual([
			"In January 2021 Pakistan held back what was bound for the United States, for 3 months.",
			"In April 2021 Pakistan shipped to the United States again.",
		]);
	});

	it("of the licence office are summed over a stretch", () => {
		const told = [
			{ tick: 36, what: "licence regime", who: "CN", figure: 1 },
			{ tick: 40, what: "licence regime", who: "CN", figure: 2 },
		] as const;
		const stretch = { from: 30, to: 41 };
		expect(texts(licenceSentence(replayOf({ told }), stretch))).toEqual([
			"Over this time China's licence office stood slow for 4 months and all but closed for 2 months.",
		]);
		expect(licenceSentence(replayOf({}), stretch)).toEqual([]);
	});

	it("that the scenario dates are policy with a sentence of their own", () => {
		const ban = usBanFrom("2021-02-10", "2022-02-10");
		expect(texts(ruleSentences(replayOf({ shocks: [ban] })))).toEqual([
			"On 10 February 2021, as the scenario dates it: us-ban.",
		]);
	});
});

describe("a refinery", () => {
	const plant = (refined: number, orePrice: number) => ({
		...{ id: "refinery", region: PK, nameplate: 100, refined, feed: 35 },
		...{ worth: 8_000, orePrice },
	});
	const ore = (from: number, to: number) =>
		from === PK && to === CN ? 90 : from === PK && to === US ? 10 : 0;

	it("starves for years in a row: what it made, what ore cost it, who took the ore", () => {
		const plants = (tick: number) =>
			tick < tickOf(2020, 1) ? [] : [plant(tick < 48 ? 90 : 30, 9_500)];
		expect(texts(refinerySentences(replayOf({ plants, ore })))).toEqual([
			'From 2022 to 2025 "refinery" made 1,440 t of the 4,800 t it could (30%): it got 1,680 t of ore, and a tonne in concentrate cost 9,500 USD/t where it could pay 8,000 USD/t; China took 90% of the 4,800 t of ore that left Pakistan.',
		]);
	});

	it("is not told of in its first two years, nor while it is busy", () => {
		const young = (tick: number) => (tick < 84 ? [] : [plant(30, 9_500)]);
		expect(refinerySentences(replayOf({ plants: young }))).toEqual([]);
		const busy = () => [plant(80, 7_000)];
		expect(refinerySentences(replayOf({ plants: busy }))).toEqual([]);
	});
});

describe("the whole", () => {
	const values: Written["values"] = {
		...trebled,
		defence_unmet_us_t: (tick) => (tick === 60 ? 3 : 0),
		defence_unmet_physical_t: (tick) => (tick === 60 ? 3 : 0),
		pakistan_to_us_t: () => 90,
		pakistan_to_us_defence_t: () => 1.5,
	};
	const metrics: Written["metrics"] = {
		mean_price_12m_usd_t: 30_000,
		months_above_2x: 1,
		us_user_cost_usd: 4.5e8,
		defence_unmet_t: 3,
		defence_unmet_share: 0.002,
		recovery_months: Number.NaN,
		china_share_us_supply: 0.25,
	};

	it("begins with the metrics of the replicate against those of the batch", () => {
		const words = headline(replayOf({ values, metrics })).join(" ");
		expect(words).toMatch(/^Replicate 7 of "By hand", one of 50 runs/);
		expect(words).toContain("averaged 30,000 USD/t over the twelve months");
		expect(words).toContain("above twice its normal price for 1 month");
		expect(words).toContain("US users paid 450 million USD more");
		expect(words).toContain("0.2% of US defence need was not met when due");
	});

	it("says that a price did not come back", () => {
		expect(texts(recoverySentences(replayOf({ values, metrics })))[0]).toMatch(
			/did not stay below/,
		);
	});

	it("ends with the sums of the window, defence by cause", () => {
		const words = closing(replayOf({ values, metrics })).join(" ");
		expect(words).toContain("From January 2022 to December 2025:");
		expect(words).toContain(
			"US defence needed 1,440 t and missed 3 t when due: 3 t because there was no metal.",
		);
		expect(words).toContain(
			"Pakistan supplied 4,320 t to the United States: 5.0% of US use and 5.0% of US defence need; China 25% of US supply.",
		);
	});

	it("tells the record, the first two years and the rest, each in order of date", () => {
		const { chapters } = tellStory(replayOf({ values, metrics }));
		expect(chapters.map(({ title }) => title)).toEqual([
			"The record, January 2018 to December 2021",
			"From the reference month, January 2022 to December 2023",
			"The years after, January 2024 to December 2025",
		]);
		for (const { sentences } of chapters) {
			const ticks = sentences.map(({ tick }) => tick);
			expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
		}
	});
});
