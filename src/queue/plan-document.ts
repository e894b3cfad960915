/** The plan of a batch as a text in Redis, which a worker believes only after checking it. */

import { z } from "zod";
import { WORLD } from "../calibration/agents/the-world.ts";
import type { Ensemble } from "../calibration/priors/ensemble.ts";
import { ensembleHash } from "../experiment/draws-hash.ts";
import {
	type BatchPlan,
	calibrationHash,
	planBatch,
	planHash,
	scenarioHash,
	scenarioHashes,
	shardOf,
	wholeRange,
} from "../experiment/plan.ts";
import { MECHANISMS, PARAMETER_SETS } from "../market/simulator.ts";
import { STREAM_VERSION } from "../random/stream-version.ts";
import { writeScenario } from "../scenario/file/write.ts";
import { loadScenario } from "../scenario/load.ts";
import { ScenarioError } from "../scenario/text/fault.ts";
import { LARGEST_FILE } from "../scenario/text/read-yaml.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { ID } from "../scenario/words.ts";
import {
	ensembleText,
	isShipped,
	LARGEST_ENSEMBLE,
	readEnsembleText,
	shippedEnsemble,
} from "../storage/folder/ensemble-file.ts";
import type { Manifest } from "../storage/folder/manifest.ts";
import { isSameModel, programWords } from "../storage/folder/same-model.ts";

/** Version and commit of a program, as manifests keep them. */
export type Program = Manifest["stibium"];

const SCHEMA = "stibium-queue/1";
/** Most scenarios of a plan: as many as a block may have rows. */
const MOST_SCENARIOS = 800;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const replicate = z
	.int()
	.min(0)
	.max(2 ** 32);
const range = z.strictObject({ from: replicate, to: replicate });
const program = z.strictObject({
	version: z.string().max(100),
	git: z
		.strictObject({ sha: z.string().max(100), dirty: z.boolean() })
		.nullable(),
	commitUnknown: z.string().max(1000).exactOptional(),
});

/** Part of the document that is read first: which program wrote it. */
const headSchema = z.looseObject({
	schema: z.string().max(100),
	stibium: program,
	stream: z.string().max(100),
});

const documentSchema = z.strictObject({
	...headSchema.shape,
	schema: z.literal(SCHEMA),
	plan: z.strictObject({
		hash: hex,
		seed: z.union([z.int(), z.string().min(1).max(200)]),
		/** replicates of the whole batch */
		replicates: range,
		shard: z
			.strictObject({ index: z.int().min(1), count: z.int().min(1) })
			.nullable(),
		parameters: z.enum(PARAMETER_SETS),
		/** hash of the ensemble that replicates begin from; null: the set of parameters alone */
		ensemble: hex.nullable(),
		without: z.array(z.enum(MECHANISMS)).max(MECHANISMS.length),
		keepPaths: z.boolean(),
	}),
	/** the ensemble, where it does not ship with the program */
	ensemble: z.string().max(LARGEST_ENSEMBLE).nullable(),
	scenarios: z
		.array(
			z.strictObject({
				name: z.string().regex(ID),
				/** the scenario as YAML */
				text: z.string().max(LARGEST_FILE),
				/** hash of its numbers */
				sha256: hex,
				/** hash of its calibrated world */
				calibration: hex,
			}),
		)
		.min(1)
		.max(MOST_SCENARIOS),
});

type PlanDocument = z.infer<typeof documentSchema>;

/** A plan read from Redis, or the reason why this worker refuses it. */
export type PlanVerdict =
	| { readonly plan: BatchPlan; readonly hash: string }
	| { readonly refused: string };

/** Writes a plan for Redis, with everything that tells one model from another. */
export function planText(plan: BatchPlan, stibium: Program): string {
	const { seed, parameters, ensemble, shard, keepPaths } = plan;
	const begun = ensemble === null ? null : ensembleHash(ensemble);
	const hashes = scenarioHashes(plan);
	const document: PlanDocument = {
		schema: SCHEMA,
		stibium,
		stream: STREAM_VERSION,
		plan: {
			hash: planHash(plan, hashes),
			seed,
			parameters,
			ensemble: begun,
			keepPaths,
			replicates: { ...wholeRange(plan) },
			shard: shard && { index: shard.index, count: shard.count },
			without: [...plan.without],
		},
		ensemble:
			ensemble === null || isShipped(ensembleHash(ensemble))
				? null
				: ensembleText(ensemble),
		scenarios: plan.scenarios.map((scenario, i) => ({
			...hashes[i]!,
			text: writeScenario(scenario),
		})),
	};
	return JSON.stringify(document);
}

/**
 * Reads a plan from Redis and derives it anew: scenarios, calibration and plan must come
 * out here with the hashes that the text states.
 */
export function readPlanText(text: string, here: Program): PlanVerdict {
	try {
		const written: unknown = JSON.parse(text);
		const head = headSchema.parse(written);
		return otherModel(head, here) ?? checkPlan(documentSchema.parse(written));
	} catch (error) {
		return { refused: `the plan cannot be read: ${wordsOf(error)}` };
	}
}

function otherModel(
	{ schema, stibium, stream }: z.infer<typeof headSchema>,
	here: Program,
): PlanVerdict | null {
	const same = isSameModel(stibium, here) && stream === STREAM_VERSION;
	if (same && schema === SCHEMA) return null;
	return {
		refused: `the batch is of ${programWords(stibium)} with streams ${stream}; this worker is ${programWords(here)} with streams ${STREAM_VERSION}: install the same program`,
	};
}

function checkPlan(document: PlanDocument): PlanVerdict {
	const { plan: asked, scenarios } = document;
	const read = scenarios.map(({ name, text }) => readScenario(name, text));
	const ensemble = readEnsemble(document);
	if (asked.ensemble !== (ensemble === null ? null : ensembleHash(ensemble)))
		return {
			refused:
				"the ensemble is not the one that was hashed: install the same program",
		};
	for (const [i, scenario] of read.entries()) {
		const { name, sha256, calibration } = scenarios[i]!;
		if (scenarioHash(scenario) !== sha256)
			return { refused: `scenario ${name} is not the one that was hashed` };
		if (
			calibrationHash(scenario, { parameters: asked.parameters, ensemble }) !==
			calibration
		)
			return {
				refused: `the calibration of scenario ${name} is another: install the same program`,
			};
	}
	const { replicates, shard } = asked;
	const whole = planBatch({
		...asked,
		ensemble,
		scenarios: read,
		replicates,
	});
	const plan = shard ? shardOf(whole, shard) : whole;
	const found = planHash(plan);
	return found === asked.hash
		? { plan, hash: found }
		: {
				refused: `the plan is ${found.slice(0, 6)}, not ${asked.hash.slice(0, 6)} as it says: seed, range, scenarios or block size differ`,
			};
}

/** The ensemble of a plan: in the document, or shipped with the program. */
function readEnsemble({ plan, ensemble }: PlanDocument): Ensemble | null {
	if (ensemble !== null) return readEnsembleText(ensemble, "the ensemble");
	return plan.ensemble === null ? null : shippedEnsemble(plan.ensemble);
}

/** Reads a scenario from its text alone; it can extend no other. */
function readScenario(name: string, text: string): SoundScenario {
	const problem = "stands in no folder; a plan holds scenarios written out";
	const files = {
		read: () => ({ text }),
		resolve: () => ({ problem }),
		shown: (path: string) => path,
	};
	return loadScenario(`${name}.yaml`, files, WORLD).scenario;
}

function wordsOf(error: unknown): string {
	if (error instanceof z.ZodError)
		return z.prettifyError(error).replaceAll("\n", " ");
	if (error instanceof ScenarioError)
		return error.faults.map(({ message }) => message).join("; ");
	return error instanceof Error ? error.message : String(error);
}
