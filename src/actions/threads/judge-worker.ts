/** A thread that judges draws and moves particles against one target. */

import { Judge } from "../../inference/calibration/judge.ts";
import type { Target } from "../../inference/calibration/target.ts";
import {
	type JudgeTask,
	JudgeWork,
} from "../../inference/calibration/tasks.ts";
import { createSimulator } from "../../market/replicate.ts";
import type { Seed } from "../../market/simulator.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { serve } from "./serve.ts";

/** Setting of a judging thread, given when it starts. */
export interface JudgeSetting {
	readonly scenario: SoundScenario;
	readonly seed: Seed;
	readonly target: Target;
}

await serve(({ scenario, seed, target }: JudgeSetting) => {
	const judge = new Judge(createSimulator, scenario, seed);
	const work = new JudgeWork(judge, target, seed);
	return (task: JudgeTask) => work.do(task);
});
