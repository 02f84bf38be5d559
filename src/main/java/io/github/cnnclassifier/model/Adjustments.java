
package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Residual;

/**
 * Four numbers that make another network of one that is there. The rules:
 * <ul>
 * <li>depth: how many {@link Stages} there are. Of more, the first ones stay;
 * of less, the last one comes again and again</li>
 * <li>filters: those of the first convolution. All other convolutions keep
 * their ratio to it, rounded, at least 1</li>
 * <li>kernelSize: of all convolutions but those of 1 x 1, which only mix
 * channels. Where the padding was half the kernel it still is</li>
 * <li>dropout: the rate before each dense layer, in place of all dropout after
 * the last stage; 0 for none</li>
 * </ul>
 * Nothing else changes.
 *
 * @param kernelSize in pixels, odd, 1 to 31, or {@link #UNCHANGED}
 * @param filters 1 to 4096, or {@link #UNCHANGED}
 * @param depth 1 to 16, or {@link #UNCHANGED}
 * @param dropout the share of values set to 0 while training, 0 to below 1, or
 *          {@link #UNCHANGED_DROPOUT}
 */
public record Adjustments(int kernelSize, int filters, int depth,
		double dropout)
{

	/** As the network has it; not for dropout, whose 0 is none at all. */
	public static final int UNCHANGED = 0;

	/** As the network has it. */
	public static final double UNCHANGED_DROPOUT = -1;

	/** The network as it is. */
	public static final Adjustments NONE = new Adjustments(UNCHANGED, UNCHANGED,
		UNCHANGED, UNCHANGED_DROPOUT);

	/** The most stages that can be asked for. */
	public static final int MOST_STAGES = 16;

	/** @throws WrongUsage if a number is out of its range */
	public Adjustments {
		if (kernelSize != UNCHANGED && (kernelSize < 1 || kernelSize % 2 == 0 ||
			kernelSize > LayerJson.MOST_KERNEL)) throw new WrongUsage(
				"Expected kernelSize to be odd and from 1 to " + LayerJson.MOST_KERNEL +
					", or 0 (as the network has it), found " + kernelSize + ".");
		if (filters < 0 || filters > LayerJson.MOST_FILTERS) throw new WrongUsage(
			"Expected filters from 1 to " + LayerJson.MOST_FILTERS +
				", or 0 (as the network has it), found " + filters + ".");
		if (depth < 0 || depth > MOST_STAGES) throw new WrongUsage(
			"Expected depth from 1 to " + MOST_STAGES +
				", or 0 (as the network has it), found " + depth + ".");
		if (!(dropout >= 0 && dropout < 1) && dropout != UNCHANGED_DROPOUT)
			throw new WrongUsage(
				"Expected dropout from 0 (none) to below 1, or -1 (as the network has it), found " +
					dropout + ".");
	}

	/** @return whether every network stays as it is */
	public boolean isNone() {
		return equals(NONE);
	}

	/**
	 * @param architecture any
	 * @return the adjusted one, whose name tells what was asked for; the same if
	 *         nothing was
	 * @throws UserFailure if there is nothing to adjust, or a layer would become
	 *           impossible; the message names the layer. Whether the layers fit
	 *           an input is for {@link NetworkPlan} to say
	 */
	public Architecture applyTo(final Architecture architecture) {
		if (isNone()) return architecture;
		final String name = architecture.name() + " with " + this;
		List<LayerSpec> layers = architecture.layers();
		if (depth != UNCHANGED) layers = Stages.of(layers, name).inNumber(depth);
		if (filters != UNCHANGED) layers = withFilters(layers, name);
		if (kernelSize != UNCHANGED) {
			firstFilters(layers, name, "kernelSize");
			layers = changed("", layers, (where, layer) -> withKernel(layer));
		}
		if (dropout != UNCHANGED_DROPOUT) layers = Stages.of(layers, name)
			.withDropout(dropout);
		return new Architecture(name, layers);
	}

	private List<LayerSpec> withFilters(final List<LayerSpec> layers,
		final String name)
	{
		final double ratio = (double) filters / firstFilters(layers, name,
			"filters");
		return changed("", layers, (where, layer) -> {
			if (!(layer instanceof final Conv conv)) return layer;
			final long wanted = Math.max(1, Math.round(conv.filters() * ratio));
			if (wanted > LayerJson.MOST_FILTERS) throw new UserFailure(
				"The network '" + name + "' is impossible. " + where +
					": it would have " + wanted + " filters, since it has " + conv
						.filters() + " now; at most " + LayerJson.MOST_FILTERS +
					" are possible. Use fewer filters.");
			return new Conv((int) wanted, conv.kernel(), conv.stride(), conv
				.padding(), conv.bias());
		});
	}

	private LayerSpec withKernel(final LayerSpec layer) {
		if (layer instanceof final Conv c && c.kernel() > 1) return new Conv(c
			.filters(), kernelSize, c.stride(), padding(c.padding(), c.kernel()), c
				.bias());
		if (layer instanceof final DepthwiseConv c && c.kernel() > 1)
			return new DepthwiseConv(kernelSize, c.stride(), padding(c.padding(), c
				.kernel()), c.bias());
		return layer;
	}

	private int padding(final int before, final int kernel) {
		return before == kernel / 2 ? kernelSize / 2 : Math.min(before, kernelSize -
			1);
	}

	private static int firstFilters(final List<LayerSpec> layers,
		final String name, final String key)
	{
		return layers.stream().flatMap(l -> l instanceof final Residual r ? r.body()
			.stream() : List.of(l).stream()).filter(Conv.class::isInstance).map(
				Conv.class::cast).findFirst().orElseThrow(() -> new UserFailure(
					"The network '" + name + "' is impossible: " + key +
						" needs a convolution, and it has none. Leave " + key + " out."))
			.filters();
	}

	/** Changes each layer, also inside of blocks; the change is told its name. */
	private static List<LayerSpec> changed(final String prefix,
		final List<LayerSpec> layers,
		final BiFunction<String, LayerSpec, LayerSpec> change)
	{
		final LayerNames names = new LayerNames(prefix);
		final List<LayerSpec> changed = new ArrayList<>();
		for (final LayerSpec layer : layers) {
			final String name = names.next(layer);
			changed.add(layer instanceof final Residual block ? new Residual(changed(
				name + ".", block.body(), change), block.rectified()) : change.apply(
					name, layer));
		}
		return changed;
	}

	/** @return what is asked for as a user writes it; empty for nothing */
	@Override
	public String toString() {
		final List<String> asked = new ArrayList<>();
		if (kernelSize != UNCHANGED) asked.add("kernelSize=" + kernelSize);
		if (filters != UNCHANGED) asked.add("filters=" + filters);
		if (depth != UNCHANGED) asked.add("depth=" + depth);
		if (dropout != UNCHANGED_DROPOUT) asked.add("dropout=" + dropout);
		return String.join(", ", asked);
	}
}
