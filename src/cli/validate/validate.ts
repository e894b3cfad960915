/** `validate`: the model run over 2018 to 2024 and held against the record, fact by fact. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { shortPath } from "../../actions/paths.ts";
import { openScenario } from "../../actions/scenarios/open-scenarios.ts";
import { recordOf2018To2024 } from "../../actions/scenarios/record-scenario.ts";
import { ValidationThreads } from "../../actions/threads/validation-threads.ts";
import type { FigureFormat } from "../../figures/figure.ts";
import { blindScenarios } from "../../inference/forecasts/blind-scenarios.ts";
import {
	PAIRS,
	type Simulated,
	type Validation,
	validationOf,
} from "../../inference/validation/validation.ts";
import {
	type ValidationOrigin,
	validationJson,
} from "../../report/validation/validation-json.ts";
import {
	validationDigest,
	validationText,
} from "../../report/validation/validation-text.ts";
import { writeFileAtomically } from "../../storage/disk/atomic-write.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import type { BatchLine } from "../line/batch-options.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { progressBar } from "../terminal/progress.ts";
import { print, say } from "../terminal/talk.ts";
import { writeValidationCharts } from "./validation-charts.ts";

/** Calm replicates for one of the record. */
const CALM = 0.4;
/** Formats kept in the checkout; others can be drawn again from the numbers. */
const FORMATS: readonly FigureFormat[] = ["svg", "png", "csv"];
const FOLDER = "validation";

/** Holds the model against the record, writes the report, and tells it: a miss is no failure, a replicate that broke is. */
export async function validateModel(
	options: BatchLine,
	command: string,
): Promise<ExitCode> {
	const talk = options.quiet ? () => {} : say;
	const { replicates, seed, parameters, workers } = options;
	talk(
		`${replicates} replicates of the record, ${calmCount(options)} calm ones, ${parameters} parameters, seed ${seed}, ${workers} threads`,
	);
	const simulated = await simulate(options);
	const validation = validationOf(simulated);
	const { stibium } = await aboutProgram();
	const origin: ValidationOrigin = {
		version: stibium.version,
		commit: stibium.git?.sha ?? null,
		dirty: stibium.git?.dirty ?? false,
		command,
	};
	const folder = join(options.out, FOLDER);
	await writeValidation(simulated, validation, origin, folder);
	print(
		options.json
			? validationJson(validation, origin)
			: validationDigest(validation, origin),
	);
	talk(`written to ${shortPath(folder)}/`);
	for (const line of validation.failures) say(line);
	return validation.failures.length > 0 ? EXIT.someFailed : EXIT.done;
}

const calmCount = ({ replicates }: BatchLine): number =>
	Math.ceil(CALM * replicates);

/** Runs all that is judged: the record, calm worlds, and the record under the prior. */
async function simulate(options: BatchLine): Promise<Simulated> {
	const { replicates, seed, parameters, workers, quiet } = options;
	const record = recordOf2018To2024();
	const blind = blindScenarios(
		record,
		PAIRS.map(({ origin }) => origin),
	);
	const setting = {
		...{ record, others: blind.scenarios.slice(1), seed },
		outlook: {
			restricted: openScenario("as-happened").scenario,
			free: openScenario("no-restrictions").scenario,
		},
	};
	const besides = parameters === "prior" ? 0 : replicates;
	const total = 2 * replicates + calmCount(options) + 2 * besides;
	const bar = progressBar(total, quiet);
	let done = 0;
	const threads = new ValidationThreads(setting, workers, (count) => {
		done += count;
		bar.update({ done, total, failed: 0 });
	});
	bar.start();
	try {
		const own = await threads.record(parameters, replicates);
		const calm = await threads.calm(parameters, calmCount(options));
		const unfitted = await threads.unfitted(parameters, besides);
		const prior = await threads.record("prior", besides);
		const outlook = await threads.outlook(parameters, replicates);
		return {
			record,
			blind,
			seed,
			calm: calm.sound,
			judged: { parameters, replicates: own.sound },
			unfitted:
				besides === 0 ? null : { parameters, replicates: unfitted.sound },
			outlook: outlook.sound,
			prior:
				besides === 0 ? null : { parameters: "prior", replicates: prior.sound },
			failures: [own, calm, unfitted, prior, outlook].flatMap(
				({ failures }) => failures,
			),
		};
	} finally {
		bar.stop();
		await threads.close();
	}
}

async function writeValidation(
	simulated: Simulated,
	validation: Validation,
	origin: ValidationOrigin,
	folder: string,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const json = validationJson(validation, origin, "\t");
	await writeFileAtomically(join(folder, "validation.json"), `${json}\n`);
	const text = validationText(validation, origin);
	await writeFileAtomically(join(folder, "validation.md"), text);
	await writeValidationCharts(simulated, validation, origin, folder, FORMATS);
}
