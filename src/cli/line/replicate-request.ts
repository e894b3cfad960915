import { oneOf } from "../../actions/one-of.ts";
import { CommandError } from "../../actions/refusal.ts";
import {
	DEFAULT_METRIC,
	METRIC_NAMES,
	type ReplicateRequest,
} from "../../actions/replay/pick-replicate.ts";
import { safeText } from "../../words/safe-text.ts";
import { type RawOptions, textOf } from "./raw-options.ts";

/** Reads `--scenario`, `--replicate` and `--metric`. @throws {CommandError} for the first that is wrong */
export function replicateRequest(raw: RawOptions): ReplicateRequest {
	const metric = textOf(raw, "metric");
	return {
		scenario: textOf(raw, "scenario"),
		replicate: replicateOf(textOf(raw, "replicate") ?? "median"),
		metric:
			metric === null
				? DEFAULT_METRIC
				: oneOf(metric, METRIC_NAMES, "--metric"),
	};
}

function replicateOf(written: string): ReplicateRequest["replicate"] {
	if (written === "median" || written === "worst") return written;
	if (WHOLE.test(written)) return Number(written);
	throw new CommandError(
		`--replicate is "${safeText(written)}"; it must be a whole number from 0, median or worst`,
	);
}

export const WHOLE = /^\d{1,10}$/;
