
package io.github.cnnclassifier.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.Adam;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.Optimizer.RmsProp;
import io.github.cnnclassifier.engine.Optimizer.Sgd;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.training.LearningRateSchedule.Constant;
import io.github.cnnclassifier.training.LearningRateSchedule.Cosine;
import io.github.cnnclassifier.training.LearningRateSchedule.OneCycle;
import io.github.cnnclassifier.training.LearningRateSchedule.Step;

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
	private static final String MOMENTUM = "optimizer.momentum";
	private static final String MEAN_DECAY = "optimizer.meanDecay";
	private static final String SQUARE_DECAY = "optimizer.squareDecay";
	private static final String EPSILON = "optimizer.epsilon";
	private static final String SCHEDULE = "schedule";
	private static final String WARM_UP = "schedule.warmUpShare";
	private static final String LOWEST = "schedule.lowestShare";
	private static final String STAIRS = "schedule.stairs";
	private static final String FACTOR = "schedule.factor";
	private static final String FIRST = "schedule.firstShare";
	private static final String LAST = "schedule.lastShare";
	private static final String LABEL_SMOOTHING = "labelSmoothing";
	private static final String MIXUP = "mixup";
	private static final String CLASS_BALANCE = "classBalance";
	private static final String BEST_BY = "bestBy";
	private static final String CALIBRATE = "calibrate";
	private static final String WISHED_ACCURACY = "wishedAccuracy";

	private final Map<String, String> entries;

	/** @param entries to read from */
	SettingsEntries(final Map<String, String> entries) {
		this.entries = entries;
	}

	static Map<String, String> write(final TrainingSettings settings) {
		final Map<String, String> named = new LinkedHashMap<>();
		named.put(EPOCHS, Integer.toString(settings.epochs()));
		named.put(BATCH_SIZE, Integer.toString(settings.batchSize()));
		put(named, LEARNING_RATE, settings.learningRate());
		put(named, WEIGHT_DECAY, settings.optimizer().weightDecay());
		named.put(PATIENCE, Integer.toString(settings.patienceEpochs()));
		named.put(AUGMENTATION, settings.augmentation().name());
		settings.augmentation().entries().forEach((entry, value) -> named.put(
			AUGMENTATION + "." + entry, value));
		named.put(EXACT, Boolean.toString(settings.exact()));
		put(named, settings.optimizer());
		put(named, settings.schedule());
		put(named, LABEL_SMOOTHING, settings.softLabels().labelSmoothing());
		put(named, MIXUP, settings.softLabels().mixup());
		named.put(CLASS_BALANCE, settings.classBalance().label());
		named.put(BEST_BY, settings.bestBy().label());
		put(named, settings.confidence());
		return named;
	}

	/** What is usual was not written before there was a choice. */
	private static void put(final Map<String, String> named,
		final ConfidenceWish confidence)
	{
		if (!confidence.calibrated()) named.put(CALIBRATE, "false");
		if (confidence.isForThreshold()) put(named, WISHED_ACCURACY, confidence
			.accuracy());
	}

	private static void put(final Map<String, String> named, final String name,
		final double value)
	{
		named.put(name, Double.toString(value));
	}

	private static void put(final Map<String, String> named,
		final Optimizer optimizer)
	{
		named.put(OPTIMIZER, Optimizers.label(optimizer));
		if (optimizer instanceof final Sgd o) put(named, MOMENTUM, o.momentum());
		if (optimizer instanceof final AdamW o) putAdam(named, o.meanDecay(), o
			.squareDecay(), o.epsilon());
		if (optimizer instanceof final Adam o) putAdam(named, o.meanDecay(), o
			.squareDecay(), o.epsilon());
		if (optimizer instanceof final RmsProp o) {
			put(named, SQUARE_DECAY, o.squareDecay());
			put(named, EPSILON, o.epsilon());
		}
	}

	private static void putAdam(final Map<String, String> named,
		final double meanDecay, final double squareDecay, final double epsilon)
	{
		put(named, MEAN_DECAY, meanDecay);
		put(named, SQUARE_DECAY, squareDecay);
		put(named, EPSILON, epsilon);
	}

	private static void put(final Map<String, String> named,
		final LearningRateSchedule schedule)
	{
		named.put(SCHEDULE, Schedules.label(schedule));
		if (schedule instanceof final Cosine s) {
			put(named, WARM_UP, s.warmUpShare());
			put(named, LOWEST, s.lowestShare());
		}
		if (schedule instanceof final Step s) {
			named.put(STAIRS, Integer.toString(s.stairs()));
			put(named, FACTOR, s.factor());
		}
		if (schedule instanceof final OneCycle s) {
			put(named, WARM_UP, s.warmUpShare());
			put(named, FIRST, s.firstShare());
			put(named, LAST, s.lastShare());
		}
	}

	/** @throws UserFailure if an entry cannot be understood */
	TrainingSettings read(final long seed) {
		try {
			return new TrainingSettings(whole(EPOCHS, TrainingSettings.AUTOMATIC),
				whole(BATCH_SIZE, TrainingSettings.AUTOMATIC), number(LEARNING_RATE,
					TrainingSettings.DEFAULT_LEARNING_RATE), optimizer(), schedule(),
				whole(PATIENCE, TrainingSettings.AUTOMATIC), augmentation(),
				new SoftLabels(number(LABEL_SMOOTHING, 0), number(MIXUP, 0)),
				ClassBalance.parse(entries.getOrDefault(CLASS_BALANCE, ClassBalance.AUTO
					.label())), BestBy.parse(entries.getOrDefault(BEST_BY, BestBy.LOSS
						.label())), new ConfidenceWish(isTrue(CALIBRATE, true), number(
							WISHED_ACCURACY, ConfidenceWish.ANY_ACCURACY)), isTrue(EXACT,
								false), seed);
		}
		// the values refuse what is impossible; here it came from a file
		catch (IllegalArgumentException | WrongUsage e) {
			throw new UserFailure("The training settings of the model are wrong: " + e
				.getMessage(), e);
		}
	}

	private Optimizer optimizer() {
		final AdamW absent = TrainingSettings.DEFAULT_OPTIMIZER;
		switch (kind(OPTIMIZER, Optimizers.labels())) {
			case Optimizers.SGD:
				return new Sgd(number(MOMENTUM, 0), number(WEIGHT_DECAY, 0));
			case Optimizers.ADAM:
				return new Adam(number(WEIGHT_DECAY, 0), number(MEAN_DECAY, absent
					.meanDecay()), number(SQUARE_DECAY, absent.squareDecay()), number(
						EPSILON, absent.epsilon()));
			case Optimizers.RMS_PROP:
				final RmsProp usual = new RmsProp(0);
				return new RmsProp(number(WEIGHT_DECAY, 0), number(SQUARE_DECAY, usual
					.squareDecay()), number(EPSILON, usual.epsilon()));
			default:
				return new AdamW(number(WEIGHT_DECAY, absent.weightDecay()), number(
					MEAN_DECAY, absent.meanDecay()), number(SQUARE_DECAY, absent
						.squareDecay()), number(EPSILON, absent.epsilon()));
		}
	}

	private LearningRateSchedule schedule() {
		switch (kind(SCHEDULE, Schedules.labels())) {
			case Schedules.CONSTANT:
				return new Constant();
			case Schedules.STEP:
				return new Step(whole(STAIRS, Step.DEFAULT.stairs()), number(FACTOR,
					Step.DEFAULT.factor()));
			case Schedules.ONE_CYCLE:
				final OneCycle cycle = OneCycle.DEFAULT;
				return new OneCycle(number(WARM_UP, cycle.warmUpShare()), number(FIRST,
					cycle.firstShare()), number(LAST, cycle.lastShare()));
			default:
				return new Cosine(number(WARM_UP, Cosine.DEFAULT.warmUpShare()), number(
					LOWEST, Cosine.DEFAULT.lowestShare()));
		}
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

	/** @param known the first is that of files that do not say it */
	private String kind(final String name, final List<String> known) {
		final String kind = entries.getOrDefault(name, known.get(0));
		if (!known.contains(kind)) throw new UserFailure("Expected the " + name +
			" of the model's training to be one of " + String.join(", ", known) +
			", got '" + Legible.quote(kind) + "'. Update CNN Classifier.");
		return kind;
	}

	private boolean isTrue(final String name, final boolean absent) {
		return value(name, absent, text -> {
			if (!text.equals("true") && !text.equals("false"))
				throw new IllegalArgumentException();
			return text.equals("true");
		}, "true or false");
	}

	private int whole(final String name, final int absent) {
		return value(name, absent, Integer::valueOf, "a whole number");
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
