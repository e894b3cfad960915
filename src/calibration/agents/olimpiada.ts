/** Yearly output of Olimpiada, the Russian gold mine whose antimony moved the world market. */

import type { Basis, Sourced } from "../row.ts";

const row = (
	period: string,
	value: number,
	basis: Basis,
	source: string,
	note?: string,
): Sourced => ({
	value,
	unit: "t Sb/y",
	period,
	source,
	basis,
	...(note === undefined ? {} : { note }),
});

/** Antimony in concentrate of Polyus' Olimpiada, a gold by-product, by calendar year from 2018. */
export const OLIMPIADA_OUTPUT: readonly Sourced[] = [
	row(
		"2018",
		23_600,
		"reported",
		"MiningSEE: record antimony production at Olimpiada (Project Blue data), 2023",
	),
	row(
		"2019",
		14_773,
		"reported",
		"RIA Novosti / Prime: Polyus tender for gold-bearing flotation concentrate, 2020",
	),
	row(
		"2020",
		10_500,
		"estimated",
		"Project Blue news analysis 363, 2023",
		"reported as over 10,000 t",
	),
	row(
		"2021",
		2_540,
		"estimated",
		"Project Blue news analysis 363, 2023",
		"from the 2022 figure and its 73 % rise",
	),
	row(
		"2022",
		4_391,
		"reported",
		"Project Blue news analysis 363, 2023",
		"400 t in the first half, 3,991 t in the second",
	),
	row(
		"2023",
		22_000,
		"estimated",
		"Project Blue news analysis 788, 2024",
		"reported as over 20 % of world mine supply; up to 27,000 t",
	),
];
