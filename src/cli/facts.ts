import { calmRows, datedRows, type FactRow } from "../inference/facts-table.ts";
import { createSimulator } from "../market/replicate.ts";
import { DEFAULT_PARAMETERS } from "../market/simulator.ts";
import { tickOf } from "../quantities.ts";
import { openScenario } from "./open-scenarios.ts";
import { print } from "./talk.ts";

const REPLICATES = 1000;
const CALM_REPLICATES = 400;
const SEED = "facts";

function cell(value: number | null): string {
	if (value === null) return "";
	return value >= 1000
		? Math.round(value).toLocaleString("en-US")
		: String(Number(value.toPrecision(3)));
}

function line(row: FactRow): string {
	const verdict = row.scored
		? row.pass
			? "inside"
			: "**outside**"
		: "shown, not scored";
	return `| ${row.id} | ${row.label} | ${cell(row.record)} | ${cell(row.p50)} | ${cell(row.p10)} … ${cell(row.p90)} | ${row.rule} | ${verdict} |`;
}

const { scenario } = openScenario("as-happened");
const record = {
	...scenario,
	horizon: { from: tickOf(2018, 1), to: tickOf(2024, 12) },
	reference: tickOf(2024, 1),
};
const parameters = process.argv.includes("prior")
	? "prior"
	: DEFAULT_PARAMETERS;
const request = { record, seed: SEED, parameters, without: [] } as const;
const rows = [
	...calmRows(createSimulator, { ...request, replicates: CALM_REPLICATES }),
	...datedRows(createSimulator, { ...request, replicates: REPLICATES }),
];
print(
	[
		`Parameters ${parameters}, ${REPLICATES} replicates of the record, ${CALM_REPLICATES} calm ones, seed ${SEED}.`,
		"",
		"| id | fact | record | median | 10 … 90 % | judged by | |",
		"| --- | --- | ---: | ---: | ---: | --- | --- |",
		...rows.map(line),
	].join("\n"),
);
