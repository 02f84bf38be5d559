
package io.github.cnnclassifier.workflow.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.evaluation.CalibrationError;
import io.github.cnnclassifier.evaluation.CoverageCurve;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.evaluation.TemperatureFit;
import io.github.cnnclassifier.evaluation.UnlikeFit;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Calibration;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Temperature;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.workflow.FoundImages;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlacedImages;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.UnlikeSetting;

/**
 * Fits the confidence of a finished model to how often it is right, and what
 * tells images unlike its own, as a training does at its end. All else of the
 * model stays as it is.
 */
public final class CalibrateClassifier {

	/** The setting of a model file that says what it was calibrated on. */
	private static final String SETTING = "calibration";

	/**
	 * What is asked for.
	 *
	 * @param images labeled images
	 * @param exclude classes to leave out
	 * @param model the model file or the name of a shipped model
	 * @param part which of the images
	 * @param output the file for the calibrated model
	 * @param overwrite whether an existing file may be replaced, also that of the
	 *          model itself
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record Request(Path images, Set<String> exclude, Path model,
			CalibratedPart part, Path output, boolean overwrite,
			CorrectionUse corrections)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param calibration what is in the weights now
	 * @param before calibration error of the model as it was, on these images
	 * @param after the same as it is now; the one number was fitted to the same
	 *          images
	 * @param part which images these are and why, in words
	 * @param unlike how images unlike its own are told, or why not
	 * @param failed images without a prediction, with the reason
	 */
	public record Result(Calibration calibration, CalibrationError before,
			CalibrationError after, String part, String unlike,
			List<FailedSample> failed)
	{

		/** Copies the list. */
		public Result {
			failed = List.copyOf(failed);
		}
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels
	 */
	public CalibrateClassifier(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	/**
	 * Calibrates.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images and model do not allow it: the model has
	 *           learned from some of the images, say, or they are too few
	 * @throws CanceledException if the user stopped; nothing is written then
	 * @throws IOException if the model cannot be written
	 */
	public Result run(final Request request) throws IOException {
		ModelFileStore.requireWritable(request.output(), request.overwrite());
		try (OutputClaim claim = OutputClaim.of(request.output())) {
			return calibrated(request, OpenModel.read(request.model(), tools
				.engine()));
		}
	}

	private Result calibrated(final Request request, final SavedClassifier saved)
		throws IOException
	{
		final ClassifierDescription description = saved.description();
		final PlanePolicy planes = PlaneChoice.forFiles(null, description.planes());
		final LabeledImages found = LabeledImages.open(request.images(), tools
			.reader(), request.exclude(), planes, request.corrections());
		FoundImages.tell(found, progress);
		final CalibrationImages images = CalibrationImages.of(found, request.part(),
			description, progress);
		images.warnings().forEach(progress::message);
		progress.message("Calibrating on " + images.description() + ".");
		final Predictions predictions = predictions(saved, images);
		final List<LabeledPrediction> before = predictions.result().predictions();
		requireEnough(before.size());
		// what is in the weights already is taken out, as if it had never been
		final Temperature former = description.confidence().temperature();
		final List<LabeledPrediction> plain = TemperatureFit.at(new Temperature(1 /
			former.value()), before);
		final Calibration calibration = TemperatureFit.calibration(plain);
		final SavedClassifier calibrated = unlike(folded(saved, images, calibration,
			threshold(description.confidence(), calibration, plain, StackNames.of(
				planes, found.samples()))), images);
		progress.checkCanceled();
		ModelArchive.write(request.output(), calibrated, tools.engine());
		final List<FailedSample> failed = new ArrayList<>(images.failed());
		failed.addAll(predictions.failed());
		final List<String> units = units(before, images);
		final Result result = new Result(calibration, CalibrationError.of(before,
			units), CalibrationError.of(TemperatureFit.at(calibration.temperature(),
				plain), units), images.description(), calibrated.description()
					.training().settings().getOrDefault(UnlikeSetting.NAME, "as before"),
			failed);
		tell(result);
		return result;
	}

	/** Of single planes, as at the end of a training. */
	private Predictions predictions(final SavedClassifier saved,
		final CalibrationImages images)
	{
		try (Classifier classifier = OpenModel.classifier(saved, saved.description()
			.preprocessing(), tools.engine()))
		{
			return Predictions.of(classifier, list(saved, images, images.samples()),
				StackNames.NONE, progress);
		}
	}

	private static SampleList list(final SavedClassifier saved,
		final CalibrationImages images, final List<SurveyedSample> samples)
	{
		return SampleList.of(samples, images::unitOf, saved.description().labels()
			.names(), saved.description().preprocessing(), 0);
	}

	private static List<String> units(final List<LabeledPrediction> predictions,
		final CalibrationImages images)
	{
		final Map<String, String> units = new HashMap<>();
		images.samples().forEach(s -> units.put(s.sample().name(), images.unitOf(s
			.contentHash())));
		return predictions.stream().map(p -> units.get(p.name())).toList();
	}

	private static void requireEnough(final int images) {
		if (images < TemperatureFit.ENOUGH) throw new UserFailure(
			"Expected at least " + TemperatureFit.ENOUGH +
				" images to calibrate on, found " + images +
				": fewer say too little. Add images that the model has not learned " +
				"from.");
	}

	private SavedClassifier folded(final SavedClassifier saved,
		final CalibrationImages images, final Calibration calibration,
		final Optional<SuggestedThreshold> threshold)
	{
		final ClassifierDescription description = saved.description();
		final Temperature change = new Temperature(calibration.temperature()
			.value() / description.confidence().temperature().value());
		return new SavedClassifier(description.with(new ConfidenceRecord(Optional
			.of(calibration), threshold)).withSetting(SETTING,
				"of the finished model, on " + images.description()), change.foldedInto(
					NetworkPlan.of(saved.networkSpec()), saved.weights()), saved
						.unlike());
	}

	/** One that was suggested is that of the former confidence. */
	private Optional<SuggestedThreshold> threshold(final ConfidenceRecord before,
		final Calibration calibration, final List<LabeledPrediction> plain,
		final StackNames stacks)
	{
		if (before.threshold().isEmpty()) return Optional.empty();
		final double wished = before.threshold().get().wished();
		final Optional<SuggestedThreshold> found = CoverageCurve.of(stacks.answers(
			TemperatureFit.at(calibration.temperature(), plain))).forAccuracy(wished);
		progress.message(found.map(threshold -> String.format(Locale.ROOT,
			"Threshold for wishedAccuracy=%s: %.4f instead of %.4f.", wished,
			threshold.threshold().least(), before.threshold().get().threshold()
				.least())).orElseGet(() -> "Warning: the model suggests no threshold " +
					"any more, as none was found on these images for wishedAccuracy=" +
					wished + "."));
		return found;
	}

	private SavedClassifier unlike(final SavedClassifier saved,
		final CalibrationImages images)
	{
		final NetworkSpec spec = saved.networkSpec();
		if (!UnlikeSetting.isPossible(spec)) return UnlikeSetting.impossible(saved);
		final UnlikeFit.Result found;
		try (Network network = tools.engine().load(spec, saved.weights())) {
			final PlacedImages places = new PlacedImages(tools.engine(), spec,
				network, progress);
			found = images.learned().isEmpty() ? UnlikeFit.ofUnseen(places
				.ofEachClass(list(saved, images, images.samples()))) : UnlikeFit.of(
					places.ofEachClass(list(saved, images, images.learned())), places
						.asFrequent(list(saved, images, images.samples())));
		}
		// what a training has found out is better than nothing
		return found.score().isEmpty() && saved.unlike().isPresent() ? saved
			: UnlikeSetting.with(saved, found);
	}

	private void tell(final Result result) {
		final Calibration found = result.calibration();
		progress.message(String.format(Locale.ROOT,
			"Calibrated on %d images: temperature %.3f, calibration error %.4f " +
				"instead of %.4f.", found.images(), found.temperature().value(), result
					.after().value(), result.before().value()));
		progress.message("Images unlike its own: " + result.unlike() + ".");
	}
}
