
package io.github.cnnclassifier.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.training.LearningRateSchedule.Cosine;

/** Settings by name, as they stand in model files. The names are permanent. */
final class SettingsEntries {

	private static final String EPOCHS = "epochs";
	private static final String BATCH_SIZE = "batchSize";
	private static final String LEARNING_RATE = "learningRate";
	private static final String WEIGHT_DECAY = "weightDecay";
	private static final String PATIENCE = "patienceEpochs";
	private static final String AUGMENTATION = "augmentation";
	private static final String EXACT = "exact";
	private static final String OPTIMIZER = "optimizer";
	private static final String ADAM_W = "adamw";
	private static final String MEAN_DECAY = "optimizer.meanDecay";
	private static final String SQUARE_DECAY = "optimizer.squareDecay";
	private static final String EPSILON = "optimizer.epsilon";
	private static final String SCHEDULE = "schedule";
	private static final String COSINE = "cosine";
	private static final String WARM_UP = "schedule.warmUpShare";
	private static final String LOWEST = "schedule.lowestShare";

	private final Map<String, String> entries;

	/** @param entries to read from */
	SettingsEntries(final Map<String, String> entries) {
		this.entries = entries;
	}

	static Map<String, String> write(final TrainingSettings settings) {
		// each is the only one of its kind so far
		final AdamW adamW = (AdamW) settings.optimizer();
		final Cosine cosine = (Cosine) settings.schedule();
		final Map<String, String> named = new LinkedHashMap<>();
		named.put(EPOCHS, Integer.toString(settings.epochs()));
		named.put(BATCH_SIZE, Integer.toString(settings.batchSize()));
		named.put(LEARNING_RATE, Double.toString(settings.learningRate()));
		named.put(WEIGHT_DECAY, Double.toString(adamW.weightDecay()));
		named.put(PATIENCE, Integer.toString(settings.patienceEpochs()));
		named.put(AUGMENTATION, settings.augmentation().name());
		settings.augmentation().entries().forEach((entry, value) -> named.put(
			AUGMENTATION + "." + entry, value));
		named.put(EXACT, Boolean.toString(settings.exact()));
		named.put(OPTIMIZER, ADAM_W);
		named.put(MEAN_DECAY, Double.toString(adamW.meanDecay()));
		named.put(SQUARE_DECAY, Double.toString(adamW.squareDecay()));
		named.put(EPSILON, Double.toString(adamW.epsilon()));
		named.put(SCHEDULE, COSINE);
		named.put(WARM_UP, Double.toString(cosine.warmUpShare()));
		named.put(LOWEST, Double.toString(cosine.lowestShare()));
		return named;
	}

	/** @throws UserFailure if an entry cannot be understood */
	TrainingSettings read(final long seed) {
		try {
			return new TrainingSettings(whole(EPOCHS), whole(BATCH_SIZE), number(
				LEARNING_RATE, TrainingSettings.DEFAULT_LEARNING_RATE), optimizer(),
				schedule(), whole(PATIENCE), augmentation(), isExact(), seed);
		}
		// the values refuse what is impossible; here it came from a file
		catch (IllegalArgumentException | WrongUsage e) {
			throw new UserFailure("The training settings of the model are wrong: " + e
				.getMessage(), e);
		}
	}

	private Optimizer optimizer() {
		requireKind(OPTIMIZER, ADAM_W);
		final AdamW absent = TrainingSettings.DEFAULT_OPTIMIZER;
		return new AdamW(number(WEIGHT_DECAY, absent.weightDecay()), number(
			MEAN_DECAY, absent.meanDecay()), number(SQUARE_DECAY, absent
				.squareDecay()), number(EPSILON, absent.epsilon()));
	}

	private LearningRateSchedule schedule() {
		requireKind(SCHEDULE, COSINE);
		return new Cosine(number(WARM_UP, Cosine.DEFAULT.warmUpShare()), number(
			LOWEST, Cosine.DEFAULT.lowestShare()));
	}

	private Augmentation augmentation() {
		final Map<String, String> amounts = new LinkedHashMap<>();
		final String prefix = AUGMENTATION + ".";
		entries.forEach((name, value) -> {
			if (name.startsWith(prefix)) amounts.put(name.substring(prefix.length()),
				value);
		});
		return Augmentation.ofEntries(entries.getOrDefault(AUGMENTATION,
			Augmentation.NONE.name()), amounts);
	}

	private void requireKind(final String name, final String known) {
		final String kind = entries.getOrDefault(name, known);
		if (!kind.equals(known)) throw new UserFailure("Expected the " + name +
			" of the model's training to be '" + known + "', got '" + Legible.quote(
				kind) + "'. Update CNN Classifier.");
	}

	private boolean isExact() {
		return value(EXACT, false, text -> {
			if (!text.equals("true") && !text.equals("false"))
				throw new IllegalArgumentException();
			return text.equals("true");
		}, "true or false");
	}

	private int whole(final String name) {
		return value(name, TrainingSettings.AUTOMATIC, Integer::valueOf,
			"a whole number");
	}

	private double number(final String name, final double absent) {
		return value(name, absent, Double::valueOf, "a number");
	}

	private <T> T value(final String name, final T absent,
		final Function<String, T> parser, final String expected)
	{
		final String text = entries.get(name);
		if (text == null) return absent;
		try {
			return parser.apply(text);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("Expected " + name + " to be " +
				expected + ", got '" + Legible.quote(text) + "'.", e);
		}
	}
}
