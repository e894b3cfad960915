/** All commands: the help page. */

import type { Command } from "../line/command.ts";
import { assimilate } from "./assimilate.ts";
import { calibrate } from "./calibrate.ts";
import { chart } from "./chart.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { completion } from "./completion.ts";
import { diff } from "./diff.ts";
import { doctor } from "./doctor.ts";
import { enqueue } from "./enqueue.ts";
import { explain } from "./explain.ts";
import { find } from "./find.ts";
import { frontier } from "./frontier.ts";
import { init } from "./init.ts";
import { list } from "./list.ts";
import { merge } from "./merge.ts";
import { query } from "./query.ts";
import { regret } from "./regret.ts";
import { report } from "./report.ts";
import { repro } from "./repro.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { sensitivity } from "./sensitivity.ts";
import { sweep } from "./sweep.ts";
import { validate } from "./validate.ts";
import { verify } from "./verify.ts";
import { worker } from "./worker.ts";

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
	run,
	compare,
	chart,
	report,
	validate,
	explain,
	sensitivity,
	sweep,
	find,
	regret,
	frontier,
	resume,
	merge,
	verify,
	query,
	enqueue,
	worker,
	repro,
	assimilate,
	calibrate,
	check,
	diff,
	list,
	init,
	schema,
	doctor,
	completion,
];
