
package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.NetworkPlan.Step;

/**
 * The layers of a network as lines of text of one width, for people: name,
 * settings, shape of the output, weights, multiply-adds, and the memory that
 * the outputs of one image take, in units of 1024 bytes. A residual block is
 * one line, which counts its body and its shortcut. Multiply-adds are those of
 * convolutions and dense layers. Each line begins with a label and a colon.
 */
public final class LayerTable {

	private static final List<String> HEADINGS = List.of("layers:", "settings",
		"output", "weights", "multiply-adds", "memory (KB)");
	/** Of columns with text, which are set flush left. */
	private static final int TEXTS = 3;
	private static final int FLOAT_BYTES = 4;

	private LayerTable() {}

	/**
	 * @param plan any
	 * @return a heading, a line for each layer, and the sums
	 */
	public static List<String> of(final NetworkPlan plan) {
		final List<List<String>> rows = new ArrayList<>();
		rows.add(HEADINGS);
		final InputShape in = plan.spec().input();
		final List<Integer> shape = List.of(in.channels(), in.height(), in.width());
		rows.add(row("layer input:", "", text(shape, 1), 0, 0, in.size()));
		for (final Step step : plan.steps())
			rows.add(row("layer " + step.name() + ":", settings(step.layer()), text(
				step.output(), step.rows()), step.weights(), step.multiplyAdds(), step
					.values()));
		rows.add(row("all layers:", "", "", plan.parameterCount(), plan
			.multiplyAdds(), in.size() + plan.steps().stream().mapToLong(Step::values)
				.sum()));
		final int[] widths = IntStream.range(0, HEADINGS.size()).map(c -> rows
			.stream().mapToInt(r -> r.get(c).length()).max().orElse(0)).toArray();
		return rows.stream().map(row -> line(row, widths)).toList();
	}

	private static List<String> row(final String name, final String settings,
		final String shape, final long weights, final long multiplyAdds,
		final long values)
	{
		return List.of(name, settings, shape, number(weights), number(multiplyAdds),
			number((FLOAT_BYTES * values + 1023) / 1024));
	}

	private static String number(final long value) {
		return String.format(Locale.ROOT, "%,d", value);
	}

	private static String line(final List<String> row, final int[] widths) {
		final StringBuilder line = new StringBuilder();
		for (int c = 0; c < widths.length; c++) {
			final String padding = " ".repeat(widths[c] - row.get(c).length());
			if (c > 0) line.append("  ");
			line.append(c < TEXTS ? row.get(c) + padding : padding + row.get(c));
		}
		return line.toString();
	}

	/** @param rows how many of them one image has */
	private static String text(final List<Integer> shape, final int rows) {
		final String text = String.join(" x ", shape.stream().map(String::valueOf)
			.toList());
		return rows == 1 ? text : rows + " times " + text;
	}

	private static String settings(final LayerSpec layer) {
		if (layer instanceof final Conv c) return window(c.kernel(), c.stride());
		if (layer instanceof final DepthwiseConv c) return window(c.kernel(), c
			.stride());
		if (layer instanceof final MaxPool p) return window(p.size(), p.stride());
		if (layer instanceof final AveragePool p) return window(p.size(), p
			.stride());
		if (layer instanceof final Dropout d) return "rate " + d.rate();
		if (layer instanceof final LeakyRelu l) return "slope " + l.slope();
		if (layer instanceof final Residual r) return r.body().size() + " layers";
		return "";
	}

	private static String window(final int size, final int stride) {
		return size + " x " + size + (stride == 1 ? "" : ", stride " + stride);
	}
}
