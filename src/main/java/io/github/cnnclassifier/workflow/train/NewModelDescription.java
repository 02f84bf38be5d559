
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.BitDepths;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.PixelSizeRange;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.LearnedBefore;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.transfer.Parent;
import io.github.cnnclassifier.workflow.StoredSplit;
import io.github.cnnclassifier.workflow.Versions;

/** Writes down how a model comes about, while it is trained. */
final class NewModelDescription {

	private static final String LOSS = "validation.loss";

	private final TrainClassifier.Request request;
	private final TrainingData data;
	private final NetworkSpec spec;
	private final TrainingSettings settings;
	private final Optional<Parent> parent;
	private final String engine;

	NewModelDescription(final TrainClassifier.Request request,
		final TrainingData data, final NetworkSpec spec,
		final TrainingSettings settings, final Optional<Parent> parent,
		final String engine)
	{
		this.request = request;
		this.data = data;
		this.spec = spec;
		this.settings = settings;
		this.parent = parent;
		this.engine = engine;
	}

	/**
	 * While the training goes on, which may be killed at any moment.
	 *
	 * @param history the epochs so far; the last one is the one to describe
	 * @return the description of its model
	 */
	ClassifierDescription after(final List<EpochFigures> history) {
		return describe(history, stoppedAt(history.size()),
			"the best one until then");
	}

	/**
	 * @param result of the training, with a kept epoch
	 * @param confidence what is known of it; the history knows nothing of it yet
	 * @return the description of the model of that epoch
	 */
	ClassifierDescription ended(final TrainingResult result,
		final ConfidenceRecord confidence)
	{
		final ClassifierDescription described = described(result);
		final Map<String, Double> metrics = new LinkedHashMap<>(described
			.metrics());
		confidence.calibration().ifPresent(found -> metrics.put(LOSS, found
			.lossAfter()));
		return described.with(metrics).with(confidence);
	}

	private ClassifierDescription described(final TrainingResult result) {
		return describe(result.history().subList(0, result.kept().epoch()), result
			.stopReason() == StopReason.CANCELED ? stoppedAt(result.history().size())
				: result.stopReason().text(), result.kept().reason());
	}

	private String stoppedAt(final int epoch) {
		return "stopped at epoch " + epoch + " of " + settings.epochs();
	}

	private ClassifierDescription describe(final List<EpochFigures> history,
		final String end, final String kept)
	{
		final EpochFigures last = history.get(history.size() - 1);
		final Map<String, Double> metrics = new LinkedHashMap<>();
		metrics.put("validation.accuracy", last.validationAccuracy());
		metrics.put(LOSS, last.validationLoss());
		return new ClassifierDescription(modelName(request.model()),
			new ClassLabels(data.labels()), spec.architecture(), data.preprocessing(),
			request.planes(), images(), record(history, end, kept), metrics);
	}

	private TrainingImages images() {
		final List<SurveyedSample> learnedFrom = data.known();
		final BitDepths depths = BitDepths.of(learnedFrom.stream().map(
			SurveyedSample::bitDepth).toList());
		// null for each unknown one
		final List<PixelSize> sizes = learnedFrom.stream().map(
			SurveyedSample::pixelSize).toList();
		return new TrainingImages(depths.largest(), Optional.of(depths), PixelSize
			.median(sizes), PixelSizeRange.of(sizes), Optional.of(ImageSizes.of(
				learnedFrom.stream().map(s -> s.size(data.preprocessing().pixelSize()))
					.toList())));
	}

	private TrainingRecord record(final List<EpochFigures> history,
		final String end, final String kept)
	{
		return new TrainingRecord(settings.seed(), settings(end, "epoch " + history
			.size() + ", " + kept), history.size(), history, dataset(), Versions
				.current(engine), now());
	}

	/** With its seconds, also when a minute begins. */
	private static String now() {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.now(
			ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
	}

	private Map<String, String> settings(final String end, final String kept) {
		final Map<String, String> named = new LinkedHashMap<>();
		named.put("training", end);
		named.put(LearnedBefore.START, parent.map(Parent::name).orElse("scratch"));
		parent.ifPresent(p -> named.put(LearnedBefore.PARENT, p.fingerprint()));
		named.put("kept", kept);
		named.putAll(settings.entries());
		if (!request.exclude().isEmpty()) named.put("exclude", String.join(",",
			request.exclude()));
		return named;
	}

	private DatasetRecord dataset() {
		final Map<String, List<String>> split = new LinkedHashMap<>();
		for (final Side side : Side.values()) {
			split.put(side.label(), data.split().hashes().getOrDefault(side, List
				.of()));
		}
		final SampleList training = data.sides().training().samples();
		final int[] counts = training.classCounts();
		final Map<String, Integer> trainingCounts = new LinkedHashMap<>();
		for (int i = 0; i < counts.length; i++) {
			trainingCounts.put(data.labels().get(i), counts[i]);
		}
		final String description = String.format(Locale.ROOT,
			"%d labeled images of %d classes from '%s': %d to learn from, %d to validate, %d to test",
			data.survey().samples().size(), data.labels().size(), request.images()
				.toAbsolutePath().normalize().getFileName(), training.size(), data
					.sides().validation().samples().size(), data.sides().test().samples()
						.size());
		return new DatasetRecord(data.survey().fingerprint(), description, split,
			trainingCounts, new GroupingRecord(data.grouping().rule(), data.grouping()
				.statement(), data.split().leak()), parent.map(p -> StoredSplit
					.handedOn(p.classifier().description())).orElse(LearnedBefore.NONE));
	}

	private static String modelName(final Path model) {
		return model.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
	}
}
