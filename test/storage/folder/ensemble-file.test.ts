import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Ensemble } from "../../../src/calibration/priors/ensemble.ts";
import { RECORD_ENSEMBLE } from "../../../src/calibration/priors/record-ensemble.ts";
import { drawsHash, ensembleHash } from "../../../src/experiment/draws-hash.ts";
import { planHash } from "../../../src/experiment/plan.ts";
import {
	ensembleText,
	isShipped,
	readEnsembleFile,
	readEnsembleText,
} from "../../../src/storage/folder/ensemble-file.ts";
import { fakePlan } from "../../experiment/fake-batch.ts";

/** Three members of the shipped ensemble, a third each. */
const SMALL: Ensemble = {
	...RECORD_ENSEMBLE,
	members: RECORD_ENSEMBLE.members
		.slice(0, 3)
		.map((member) => ({ ...member, weight: 1 / 3 })),
};

/** An ensemble as a stranger may write it. */
interface Written {
	schema: unknown;
	evil?: unknown;
	to: string;
	posterior: string;
	record: { to: string }[];
	members: { weight: number; draw: number; luck: string; values: number[] }[];
}

/** Changes a small ensemble as a stranger could. */
const changed = (change: (written: Written) => void): string => {
	const written: Written = JSON.parse(ensembleText(SMALL));
	change(written);
	return JSON.stringify(written);
};

describe("an ensemble as a file", () => {
	it("reads back as it was written, to the bit", () => {
		expect(readEnsembleText(ensembleText(SMALL), "e.json")).toEqual(SMALL);
	});

	it("has two megabytes at most for a thousand members", () => {
		expect(RECORD_ENSEMBLE.members).toHaveLength(1000);
		expect(ensembleText(RECORD_ENSEMBLE).length).toBeLessThan(2_000_000);
	});

	it("belongs to this program's posterior where it ships", () => {
		expect(RECORD_ENSEMBLE.posterior).toBe(drawsHash("posterior"));
		expect(() =>
			readEnsembleText(ensembleText(RECORD_ENSEMBLE), "e"),
		).not.toThrow();
		expect(isShipped(ensembleHash(RECORD_ENSEMBLE))).toBe(true);
		expect(isShipped(ensembleHash(SMALL))).toBe(false);
	});

	it.each([
		["no JSON", () => "members:", /is not JSON/],
		[
			"another schema",
			() =>
				changed((e) => {
					e.schema = "x";
				}),
			/schema/,
		],
		[
			"a strange field",
			() =>
				changed((e) => {
					e.evil = 1;
				}),
			/[Uu]nrecognized/,
		],
		[
			"weights that do not sum to one",
			() =>
				changed((e) => {
					e.members[0]!.weight = 0.5;
				}),
			/weights sum to/,
		],
		[
			"a draw that is none",
			() =>
				changed((e) => {
					e.members[0]!.draw = 99_999;
				}),
			/members.0.draw/,
		],
		[
			"a value too few",
			() =>
				changed((e) => {
					e.members[1]!.values.pop();
				}),
			/members.1.values/,
		],
		[
			"luck that ends within a month",
			() =>
				changed((e) => {
					e.members.forEach((m) => {
						m.luck += "O";
					});
				}),
			/whole months/,
		],
		[
			"luck of another length in one member",
			() =>
				changed((e) => {
					e.members[2]!.luck = "";
				}),
			/whole months alike/,
		],
		[
			"a last month that its luck does not reach",
			() =>
				changed((e) => {
					e.to = "2026-01";
				}),
			/do not end in 2026-01/,
		],
		[
			"a row beyond its last month",
			() =>
				changed((e) => {
					e.record[0]!.to = "2026-05";
				}),
			/lies beyond/,
		],
		[
			"another calibration",
			() =>
				changed((e) => {
					e.posterior = "0".repeat(64);
				}),
			/another calibration.*assimilate/,
		],
	])("with %s is refused in words", (_, text, fault) => {
		expect(() => readEnsembleText(text(), "mine.json")).toThrow(fault);
		expect(() => readEnsembleText(text(), "mine.json")).toThrow(/^mine\.json /);
	});

	it("that is not there, or a folder, is refused in words", () => {
		const folder = mkdtempSync(join(tmpdir(), "stibium-ensemble-"));
		expect(() => readEnsembleFile(join(folder, "none"), "none")).toThrow(
			/none does not exist/,
		);
		expect(() => readEnsembleFile(folder, "here")).toThrow(/here is a folder/);
		writeFileSync(join(folder, "e.json"), ensembleText(SMALL));
		expect(readEnsembleFile(join(folder, "e.json"), "e")).toEqual(SMALL);
	});
});

describe("the hash of an ensemble", () => {
	it("is of all that can change a number, and of nothing else", () => {
		const made = { ...SMALL.made, command: "another" };
		expect(ensembleHash({ ...SMALL, made })).toBe(ensembleHash(SMALL));
		expect(ensembleHash({ ...SMALL, kin: "other" })).not.toBe(
			ensembleHash(SMALL),
		);
		const members = SMALL.members.map((one) => ({
			...one,
			stream: one.stream + 1,
		}));
		expect(ensembleHash({ ...SMALL, members })).not.toBe(ensembleHash(SMALL));
	});

	it("is part of the plan's", () => {
		const plan = fakePlan({ parameters: "posterior" });
		const with_ = fakePlan({ parameters: "posterior", ensemble: SMALL });
		const other = fakePlan({
			parameters: "posterior",
			ensemble: { ...SMALL, kin: "x" },
		});
		expect(new Set([plan, with_, other].map((one) => planHash(one))).size).toBe(
			3,
		);
	});
});
