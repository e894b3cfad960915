import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openScenario } from "../../src/actions/scenarios/open-scenarios.ts";
import { RECORD_ENSEMBLE } from "../../src/calibration/priors/record-ensemble.ts";
import { ensembleHash } from "../../src/experiment/draws-hash.ts";
import { calibrationHash, scenarioHash } from "../../src/experiment/plan.ts";
import { FIGURE_FORMATS } from "../../src/figures/figure.ts";
import { readFigure } from "../../src/figures/read-figure.ts";
import {
	type PublishedPart,
	studyPage,
	writtenByHand,
} from "../../src/upkeep/study-page.ts";

const ROOT = join(import.meta.dirname, "../..");
const STUDY = join(ROOT, "results/published/hedge-or-replacement");
const read = (file: string) => readFileSync(file, "utf8");
const study: {
	readonly title: string;
	readonly parts: readonly PublishedPart[];
} = JSON.parse(read(join(STUDY, "study.json")));
const figures = study.parts.flatMap((part) =>
	part.figures.map((figure) => ({ ...figure, digest: part.digest })),
);

describe("the published study", () => {
	it("has every figure in every format, and a page that shows each with its finding", () => {
		expect(figures.length).toBeGreaterThan(10);
		for (const { file } of figures)
			for (const format of FIGURE_FORMATS)
				expect(existsSync(join(STUDY, `${file}.${format}`))).toBe(true);
		const page = read(join(STUDY, "README.md"));
		const byHand = writtenByHand(page);
		expect(byHand).toContain("## Two replicates as stories");
		expect(page).toBe(studyPage(study.title, study.parts) + byHand);
		expect(read(join(STUDY, "report.html"))).toContain("Content-Security");
	});

	it.each(figures)("$file carries the batch that made it", (figure) => {
		for (const format of ["svg", "png", "pdf"]) {
			const { record } = readFigure(join(STUDY, `${figure.file}.${format}`));
			expect(record).toMatchObject({ of: "batch", digest: figure.digest });
		}
	});

	it("is of the scenarios and the calibration of today", () => {
		const [part] = study.parts;
		const { plan, scenarios } = JSON.parse(
			read(join(STUDY, part?.name ?? "", "manifest.json")),
		);
		expect(plan.ensemble.sha256).toBe(ensembleHash(RECORD_ENSEMBLE));
		const beginning = {
			parameters: plan.parameters,
			ensemble: RECORD_ENSEMBLE,
		};
		for (const { name, sha256, calibration } of scenarios) {
			const { scenario } = openScenario(name);
			expect(sha256).toBe(scenarioHash(scenario));
			expect(calibration).toBe(calibrationHash(scenario, beginning));
		}
	});

	it("is told in the README by its main figure and finding", () => {
		const main = figures[0];
		const readme = read(join(ROOT, "README.md")).replace(/\s+/g, " ");
		expect(readme).toContain(
			`(results/published/hedge-or-replacement/${main?.file}.png)`,
		);
		expect(readme).toContain(main?.title ?? "");
	});
});
