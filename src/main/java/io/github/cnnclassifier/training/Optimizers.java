
package io.github.cnnclassifier.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.Adam;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.Optimizer.RmsProp;
import io.github.cnnclassifier.engine.Optimizer.Sgd;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;

/** Optimizers by their words in keys and model files. */
public final class Optimizers {

	/** Of momentum and weight decay: what the optimizer usually has. */
	public static final String AUTO = "auto";

	static final String ADAM_W = "adamw";
	static final String ADAM = "adam";
	static final String SGD = "sgd";
	static final String RMS_PROP = "rmsprop";

	/** Sutskever et al., 2013, and everyone since. */
	private static final double USUAL_MOMENTUM = 0.9;

	/** With their usual numbers. */
	private static final Map<String, Optimizer> BY_LABEL = new LinkedHashMap<>();
	static {
		BY_LABEL.put(ADAM_W, TrainingSettings.DEFAULT_OPTIMIZER);
		BY_LABEL.put(ADAM, new Adam(0));
		BY_LABEL.put(SGD, new Sgd(USUAL_MOMENTUM, 5e-4));
		BY_LABEL.put(RMS_PROP, new RmsProp(0));
	}

	private Optimizers() {}

	/** @return all words, the default first */
	public static List<String> labels() {
		return List.copyOf(BY_LABEL.keySet());
	}

	/**
	 * @param optimizer any
	 * @return the word for its kind
	 */
	public static String label(final Optimizer optimizer) {
		return BY_LABEL.entrySet().stream().filter(e -> e.getValue()
			.getClass() == optimizer.getClass()).findFirst().orElseThrow().getKey();
	}

	/**
	 * @param label one of {@link #labels()}
	 * @param momentum auto, or a number from 0 to below 1, of sgd only
	 * @param weightDecay auto, or a number from 0 to 1
	 * @return the optimizer
	 * @throws WrongUsage if there is no such optimizer, a number is out of its
	 *           range, or momentum is given to one that has none
	 */
	public static Optimizer parse(final String label, final String momentum,
		final String weightDecay)
	{
		final Optimizer usual = BY_LABEL.get(label);
		if (usual == null) throw new WrongUsage("Expected optimizer to be one of " +
			String.join(", ", labels()) + ", found '" + Legible.quote(label) + "'.");
		final double decay = number("weightDecay", weightDecay, usual.weightDecay(),
			"from 0 to 1", d -> d >= 0 && d <= 1);
		if (usual instanceof final Sgd sgd) return new Sgd(number("momentum",
			momentum, sgd.momentum(), "from 0 to below 1", m -> m >= 0 && m < 1),
			decay);
		if (!momentum.equals(AUTO)) throw new WrongUsage(
			"Expected momentum with optimizer=sgd only, found momentum=" + Legible
				.quote(momentum) + " with optimizer=" + label +
				". Leave momentum out, or write optimizer=sgd.");
		if (usual instanceof final Adam adam) return new Adam(decay, adam
			.meanDecay(), adam.squareDecay(), adam.epsilon());
		if (usual instanceof final RmsProp rms) return new RmsProp(decay, rms
			.squareDecay(), rms.epsilon());
		final AdamW adamW = (AdamW) usual;
		return new AdamW(decay, adamW.meanDecay(), adamW.squareDecay(), adamW
			.epsilon());
	}

	private static double number(final String key, final String text,
		final double usual, final String range, final DoublePredicate inRange)
	{
		if (text.equals(AUTO)) return usual;
		try {
			final double number = Double.parseDouble(text);
			if (inRange.test(number)) return number;
		}
		catch (final NumberFormatException e) {
			// said below, as for a number that is out of the range
		}
		throw new WrongUsage("Expected " + key + " to be auto or a number " +
			range + ", found '" + Legible.quote(text) + "'.");
	}
}
