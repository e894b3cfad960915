import { parentPort, workerData } from "node:worker_threads";
import type { Target } from "../../inference/calibration/calibrate.ts";
import { Judge } from "../../inference/calibration/judge.ts";
import {
	type JudgeTask,
	JudgeWork,
} from "../../inference/calibration/tasks.ts";
import { createSimulator } from "../../market/replicate.ts";
import type { Seed } from "../../market/simulator.ts";
import type { SoundScenario } from "../../scenario/types.ts";

/** What a judging thread is given when it starts. */
export interface JudgeSetting {
	readonly scenario: SoundScenario;
	readonly seed: Seed;
	readonly target: Target;
}

const setting: JudgeSetting = workerData;
const { scenario, seed, target } = setting;
const work = new JudgeWork(
	new Judge(createSimulator, scenario, seed),
	target,
	seed,
);

parentPort?.on("message", (task: JudgeTask) => {
	parentPort?.postMessage(work.do(task));
});
