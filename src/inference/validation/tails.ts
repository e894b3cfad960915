/** Tails: yearly changes of the price in the years to come beside those of the record. */

import { US_PRICES } from "../../calibration/prices/us-prices.ts";
import { YEARLY_PRICES } from "../../calibration/prices/yearly-prices.ts";
import { log } from "../../math.ts";
import { tickOf } from "../../quantities.ts";
import { type Interval, shareInterval } from "../../statistics/interval.ts";
import {
	quantile,
	type SortedSamples,
	sortSamples,
} from "../../statistics/quantile.ts";
import { OUTLOOK, type OutlookReplicate } from "../forecasts/outlook.ts";
import type { ValidationRow } from "./validation-rows.ts";

const YEAR = 12;
/** Years whose changes from the year before are counted. */
const FIRST = 2028;
const LAST = 2035;
/** Peak over own median from which a run counts as a spike. */
const SPIKE = 5;
const DOUBLE = log(2);

/** Yearly changes of one world, in logs of the ratio of yearly means. */
export interface Tail {
	readonly changes: number;
	readonly p01: number;
	readonly p05: number;
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
	/** share of changes by which the yearly mean doubles or more */
	readonly doubles: number;
	/** runs whose highest month from 2028 on is above five times their median month */
	readonly spikes: Interval;
	/** 50 and 97.5 % points of the mean price of 2032, USD/t */
	readonly price2032: { readonly p50: number; readonly p975: number };
}

/** A yearly change of the record. */
export interface RecordedChange {
	readonly year: number;
	/** log of the year's mean over that of the year before */
	readonly change: number;
	readonly source: string;
}

/** A bound on a tail, and whether it is kept. Basis: assumed. */
export interface TailFact {
	readonly label: string;
	readonly found: readonly number[];
	readonly rule: string;
	readonly pass: boolean;
}

/** Tails with restrictions and without, beside the record. */
export interface Tails {
	readonly restricted: Tail;
	readonly free: Tail;
	readonly recorded: readonly RecordedChange[];
	readonly facts: readonly TailFact[];
}

function yearMean(prices: Float64Array, year: number): number {
	const from = tickOf(year, 1) - OUTLOOK.from;
	let sum = 0;
	for (let i = from; i < from + YEAR; i += 1) sum += prices[i]!;
	return sum / YEAR;
}

function changesOf(prices: Float64Array): readonly number[] {
	return Array.from({ length: LAST + 1 - FIRST }, (_, i) =>
		log(yearMean(prices, FIRST + i) / yearMean(prices, FIRST + i - 1)),
	);
}

function isSpike(prices: Float64Array): boolean {
	const months = sortSamples(prices.subarray(tickOf(FIRST, 1) - OUTLOOK.from));
	return months.at(-1)! > SPIKE * quantile(months, 0.5);
}

function tailOf(runs: readonly Float64Array[]): Tail {
	const changes = sortSamples(runs.flatMap(changesOf));
	const at = (p: number): number => quantile(changes, p);
	const of2032: SortedSamples = sortSamples(
		runs.map((prices) => yearMean(prices, 2032)),
	);
	return {
		changes: changes.length,
		p01: at(0.01),
		p05: at(0.05),
		p50: at(0.5),
		p95: at(0.95),
		p99: at(0.99),
		doubles:
			changes.filter((change) => change >= DOUBLE).length / changes.length,
		spikes: shareInterval(runs.filter(isSpike).length, runs.length),
		price2032: { p50: quantile(of2032, 0.5), p975: quantile(of2032, 0.975) },
	};
}

/** Year from which the yearly US prices have one basis. */
const ONE_BASIS_FROM = 2017;

function stepsOf(
	run: readonly {
		readonly year: number;
		readonly price: number;
		readonly source: string;
	}[],
): readonly RecordedChange[] {
	return run.slice(1).map(({ year, price, source }, i) => ({
		year,
		change: log(price / run[i]!.price),
		source,
	}));
}

/** Yearly changes of the record, 1975 to 2023, as far as two successive years could be sourced alike. */
export function recordedChanges(): readonly RecordedChange[] {
	const recent = US_PRICES.map(({ date, usdPerTonne, source }) => ({
		year: Number(date.slice(0, 4)),
		price: usdPerTonne,
		source,
	})).filter(({ year }) => year < 2024);
	return [
		...YEARLY_PRICES.map((run) =>
			run.map(({ year, centsPerPound, source }) => ({
				year,
				price: centsPerPound,
				source,
			})),
		),
		recent.filter(({ year }) => year < ONE_BASIS_FROM),
		recent.filter(({ year }) => year >= ONE_BASIS_FROM),
	].flatMap(stepsOf);
}

/** Bounds of the tail. Basis: assumed; doublings of 1915, 1970, 1974 and 1994 in 110 years, the first three from memory. */
const DOUBLES = { low: 0.01, high: 0.06 } as const;
const LARGEST_CHANGE = 1.3;
const BAND_OF_2021 = { low: 0.8, high: 2.5 } as const;

function factsOf(
	restricted: Tail,
	rows: readonly ValidationRow[],
): readonly TailFact[] {
	const band = rows.find(({ id }) => id === "us-price-2021");
	const { doubles, p99 } = restricted;
	return [
		{
			label: "Share of years in which the yearly mean doubles",
			found: [doubles],
			rule: `${DOUBLES.low} to ${DOUBLES.high}`,
			pass: doubles >= DOUBLES.low && doubles <= DOUBLES.high,
		},
		{
			label: "99 % point of the yearly change, logs",
			found: [p99],
			rule: `below ${LARGEST_CHANGE}`,
			pass: p99 < LARGEST_CHANGE,
		},
		...(band === undefined
			? []
			: [
					{
						label: "80 % band of the US price of 2021 over 2018",
						found: [band.p10, band.p90],
						rule: `within ${BAND_OF_2021.low} to ${BAND_OF_2021.high}`,
						pass: band.p10 >= BAND_OF_2021.low && band.p90 <= BAND_OF_2021.high,
					},
				]),
	];
}

/** Measures the tails of both worlds, and holds them against assumed bounds. */
export function tailsOf(
	replicates: readonly OutlookReplicate[],
	rows: readonly ValidationRow[],
): Tails {
	const restricted = tailOf(replicates.map((one) => one.restricted.rotterdam));
	const free = tailOf(replicates.map((one) => one.free));
	return {
		restricted,
		free,
		recorded: recordedChanges(),
		facts: factsOf(restricted, rows),
	};
}
