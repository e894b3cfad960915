import { CommandError } from "../../actions/refusal.ts";
import { METRICS } from "../../market/record/record.ts";
import {
	type Expectation,
	parseExpectation,
} from "../../scenario/expectations/expectation.ts";
import { safeText } from "../../words/safe-text.ts";

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** A statement that a flag must hold. @throws {CommandError} when it cannot be read */
export function soundStatement(written: string, flag: string): Expectation {
	const parsed = parseExpectation(written, METRIC_NAMES);
	if ("problem" in parsed)
		throw new CommandError(
			`${flag} "${safeText(written)}" ${safeText(parsed.problem)}`,
		);
	return parsed.expectation;
}

/** A statement that a flag may hold. @throws {CommandError} when it cannot be read */
export function statementOf(
	written: string | null,
	flag: string,
): Expectation | null {
	return written === null ? null : soundStatement(written, flag);
}
