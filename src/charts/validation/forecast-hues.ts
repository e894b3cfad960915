/** Colours of forecasters: hues for the model, greys for benchmarks. */

import { HUES, type Hue } from "../frame/theme.ts";

/** Hue of each forecaster by the form of its id: the model in colours, benchmarks in greys. */
const HUE_OF: readonly (readonly [form: RegExp, hue: Hue])[] = [
	[/^blind-(?!prior)/, HUES[0]!],
	[/^blind-prior/, HUES[5]!],
	[/^random-walk/, HUES[7]!],
	[/^ar1/, HUES[6]!],
	[/^events-known/, HUES[1]!],
];

/** The hue of a forecaster by its id. */
export function hueOfForecaster(id: string): Hue {
	const found = HUE_OF.find(([form]) => form.test(id));
	return found?.[1] ?? HUES[2]!;
}
