/** Vega held strictly: any warning is an error, and no spec may load a file or an address. */

import type { LoggerInterface, View } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { registerFigureFonts } from "./fonts/fonts.ts";

type Loader = ReturnType<View["loader"]>;

/** Error of a spec of which vega or vega-lite complained. */
export class FigureError extends Error {
	override readonly name = "FigureError";
}

/**
 * Keeps what vega says; a warning counts as much as an error. Its functions are bound,
 * because vega calls them on itself.
 */
class StrictLogger implements LoggerInterface {
	readonly #said: string[] = [];

	readonly error = (...words: readonly unknown[]): this => {
		this.#said.push(words.map(String).join(" "));
		return this;
	};
	readonly warn = this.error;
	readonly info = (): this => this;
	readonly debug = (): this => this;

	level(): number;
	level(level: number): this;
	level(level?: number): number | this {
		return level === undefined ? 0 : this;
	}

	/** @throws {FigureError} when anything was said */
	mustBeSilent(): void {
		if (this.#said.length > 0) throw new FigureError(this.#said.join("; "));
	}
}

/**
 * Lets no spec read a file or a URL, and tells the logger of each attempt: figures hold their
 * own numbers.
 */
function refusingLoader(logger: StrictLogger): Loader {
	const refuse = (address: string): Promise<never> => {
		const refusal = new FigureError(`a figure may not load ${address}`);
		logger.error(refusal.message);
		return Promise.reject(refusal);
	};
	return { load: refuse, sanitize: refuse, http: refuse, file: refuse };
}

/**
 * Hands a laid-out view of a spec to `draw`, and releases it. Vega is loaded on first use.
 *
 * @throws {FigureError} on any warning of vega-lite or vega, and on any attempt to load
 */
export async function withView<Drawn>(
	spec: TopLevelSpec,
	draw: (view: View) => Promise<Drawn>,
): Promise<Drawn> {
	registerFigureFonts();
	const [vega, vegaLite] = await Promise.all([
		import("vega"),
		import("vega-lite"),
	]);
	const logger = new StrictLogger();
	const compiled = vegaLite.compile(spec, { logger });
	logger.mustBeSilent();
	const view = new vega.View(vega.parse(compiled.spec), {
		renderer: "none",
		loader: refusingLoader(logger),
		logger,
	});
	try {
		await view.runAsync();
		const drawn = await draw(view);
		logger.mustBeSilent();
		return drawn;
	} finally {
		view.finalize();
	}
}
