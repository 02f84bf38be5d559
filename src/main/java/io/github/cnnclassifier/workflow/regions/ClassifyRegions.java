
package io.github.cnnclassifier.workflow.regions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.LastPlane;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.UnusableRegion;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.InputSource;
import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.inference.ResultSink;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.TrainedSize;

/**
 * What a model says of the regions of an image. Regions are cut out on threads
 * of their own while the ones before are predicted, plane by plane.
 */
public final class ClassifyRegions {

	/**
	 * What is asked for.
	 *
	 * @param image from which the regions are cut
	 * @param regions of the image
	 * @param unusable what the user marked as regions too
	 * @param cropping how the regions are cut
	 * @param model the model file or the name of a shipped model
	 * @param input how the regions are mapped onto what the model expects
	 * @param threshold which answers count
	 */
	public record Request(ImagePlanes image, List<RegionOfInterest> regions,
			List<UnusableRegion> unusable, RegionCropping cropping, Path model,
			InputOverrides input, Threshold threshold)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param labels of the model
	 * @param threshold which answers count
	 * @param answers one for each region and each unusable one, in the order of
	 *          the user's list
	 */
	public record Result(ClassLabels labels, Threshold threshold,
			List<RegionAnswer> answers)
	{

		/** Copies the answers. */
		public Result {
			answers = List.copyOf(answers);
		}

		/** @return regions per answer, in the order of the labels */
		public Map<String, Integer> counts() {
			final Map<String, Integer> counts = new LinkedHashMap<>();
			threshold.answers(labels).names().forEach(name -> counts.put(name, 0));
			answers.stream().map(RegionAnswer::prediction).flatMap(Optional::stream)
				.forEach(p -> counts.merge(threshold.name(labels, p), 1, Integer::sum));
			return counts;
		}

		/** @return the regions without a prediction, with the reason */
		public List<FailedSample> failures() {
			return answers.stream().filter(a -> !a.isClassified()).map(
				a -> new FailedSample(a.name(), "", a.error())).toList();
		}

		/** @return how many regions have no prediction */
		public int failed() {
			return failures().size();
		}
	}

	private final Tools tools;
	private final Progress progress;
	private final Request request;
	private final RegionAnswer[] answers;
	private ClassLabels labels;
	private CropSizes crops;

	/**
	 * For one run.
	 *
	 * @param tools of the host
	 * @param progress shows and cancels
	 * @param request what is asked for
	 */
	public ClassifyRegions(final Tools tools, final Progress progress,
		final Request request)
	{
		this.tools = tools;
		this.progress = progress;
		this.request = request;
		answers = new RegionAnswer[request.regions().size()];
	}

	/**
	 * Classifies.
	 *
	 * @return what came of it
	 * @throws UserFailure if the model cannot be used, or not a single region can
	 *           be classified
	 * @throws CanceledException if the user stopped the run; what was done until
	 *           then is in {@link #finished()}
	 * @throws IOException if a plane cannot be read
	 */
	public Result run() throws IOException {
		try (Classifier classifier = OpenModel.classifier(request.model(), request
			.input(), tools, progress))
		{
			// refuses a class that nobody could tell from unknown, before the work
			request.threshold().answers(classifier.labels());
			labels = classifier.labels();
			classify(classifier);
		}
		final Result result = finished().orElseThrow();
		if (result.failed() == result.answers().size()) throw nothing(result);
		crops.warning(request.cropping().margin()).ifPresent(progress::message);
		return result;
	}

	/**
	 * @return what is done until now, in the order of the user's list; empty
	 *         before the model is open
	 */
	public Optional<Result> finished() {
		if (labels == null) return Optional.empty();
		final List<RegionAnswer> done = new ArrayList<>();
		request.unusable().forEach(region -> done.add(RegionAnswer.of(region)));
		Arrays.stream(answers).filter(Objects::nonNull).forEach(done::add);
		// values of a label image may repeat from plane to plane: as they are
		if (!request.unusable().isEmpty()) done.sort(Comparator.comparingInt(
			RegionAnswer::index));
		return Optional.of(new Result(labels, request.threshold(), done));
	}

	private void classify(final Classifier classifier) throws IOException {
		final List<RegionOfInterest> regions = request.regions();
		crops = new CropSizes(TrainedSize.of(classifier));
		final ImagePlanes planes = new LastPlane(request.image());
		// each plane is made once, however the regions are mixed
		final int[] order = IntStream.range(0, regions.size()).boxed().sorted(
			Comparator.comparingInt((Integer i) -> regions.get(i).frame())
				.thenComparingInt(i -> regions.get(i).slice())).mapToInt(i -> i)
			.toArray();
		classifier.classify(Arrays.stream(order).mapToObj(i -> new Cut(planes,
			regions.get(i), request.cropping(), crops)).toList(), new Answers(order),
			progress);
	}

	private static UserFailure nothing(final Result result) {
		if (result.answers().isEmpty()) return new UserFailure(
			"Expected at least one region, found none.");
		final RegionAnswer first = result.answers().get(0);
		return new UserFailure(
			"Not a single region could be classified. The first one, '" + first
				.name() + "': " + first.error() + (first.error().endsWith(".") ? ""
					: "."));
	}

	/** A region on its way into a network. */
	private record Cut(ImagePlanes planes, RegionOfInterest roi,
			RegionCropping cropping, CropSizes crops) implements InputSource
	{

		@Override
		public String name() {
			return roi.name();
		}

		@Override
		public float[] input(final Preprocessing preprocessing) throws IOException {
			final SampleImage crop = RegionCrop.of(planes, roi, cropping);
			final float[] input = preprocessing.apply(crop);
			crops.add(crop);
			return input;
		}
	}

	/** Puts answers where their regions are in the user's list. */
	private final class Answers implements ResultSink {

		private final int[] order;

		Answers(final int[] order) {
			this.order = order;
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			answers[order[index]] = RegionAnswer.of(request.regions().get(
				order[index]), prediction);
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			answers[order[index]] = RegionAnswer.failed(request.regions().get(
				order[index]), reason);
		}
	}
}
