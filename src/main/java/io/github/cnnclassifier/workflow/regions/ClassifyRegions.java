
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
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.Mend;
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
import io.github.cnnclassifier.workflow.UnlikeRemark;

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
	 * @param features the table of features to write; empty for none
	 */
	public record Request(ImagePlanes image, List<RegionOfInterest> regions,
			List<UnusableRegion> unusable, RegionCropping cropping, Path model,
			InputOverrides input, Threshold threshold, Optional<FeatureFile> features)
	{
	}

	/**
	 * A table of the features of the regions.
	 *
	 * @param file the CSV file, which appears whole when all is classified, or
	 *          not at all; an existing one is replaced
	 * @param image what the table calls the image
	 */
	public record FeatureFile(Path file, String image) {
	}

	/**
	 * What came of it.
	 *
	 * @param labels of the model
	 * @param threshold which answers count, settled for the model
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
	private final Consumer<Result> stopped;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param stopped gets what is done until then, in the order of the user's
	 *          list, when the user stops a run whose model is open, or the
	 *          features cannot be written
	 * @param progress shows and cancels
	 */
	public ClassifyRegions(final Tools tools, final Consumer<Result> stopped,
		final Progress progress)
	{
		this.tools = tools;
		this.stopped = stopped;
		this.progress = progress;
	}

	/**
	 * Classifies.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if the model cannot be used, or not a single region can
	 *           be classified
	 * @throws CanceledException if the user stopped the run
	 * @throws IOException if the features cannot be written
	 */
	public Result run(final Request request) throws IOException {
		try (Classifier classifier = OpenModel.classifier(request.model(), request
			.input(), tools, progress))
		{
			// refuses a class that nobody could tell from unknown, before the work
			threshold(request, classifier).answers(classifier.labels());
			if (request.features().isEmpty()) return classified(request, classifier,
				null);
			try (RegionFeatures features = new RegionFeatures(request.features()
				.get()))
			{
				return classified(request, classifier, features);
			}
		}
	}

	private static Threshold threshold(final Request request,
		final Classifier classifier)
	{
		return request.threshold().forModel(classifier.labels(), classifier
			.tellsUnlike());
	}

	/** @param features null if they are not wanted */
	private Result classified(final Request request, final Classifier classifier,
		final RegionFeatures features) throws IOException
	{
		final Answers answers = new Answers(request, features);
		final CropSizes crops = new CropSizes(TrainedSize.of(classifier));
		final ImagePlanes planes = new LastPlane(request.image());
		try {
			classifier.classify(Arrays.stream(answers.order).mapToObj(i -> new Cut(
				planes, request.regions().get(i), request.cropping(), crops)).toList(),
				answers, progress);
		}
		catch (final CanceledException | IOException e) {
			stopped.accept(answers.result(classifier));
			throw e;
		}
		final Result result = answers.result(classifier);
		if (result.failed() == result.answers().size()) throw nothing(result,
			answers.mends);
		if (features != null) write(features, result);
		crops.warning(request.cropping().margin()).ifPresent(progress::message);
		UnlikeRemark.ofAnswers(result.threshold(), result.answers().stream()
			.flatMap(answer -> answer.prediction().stream()).toList(), "regions")
			.ifPresent(progress::message);
		return result;
	}

	private void write(final RegionFeatures features, final Result result)
		throws IOException
	{
		try {
			features.write(result);
		}
		catch (final IOException e) {
			// the disk is full: what was found out is not lost
			stopped.accept(result);
			throw e;
		}
	}

	private static UserFailure nothing(final Result result,
		final List<Mend> mends)
	{
		if (result.answers().isEmpty()) return new UserFailure(
			"Expected at least one region, found none.");
		final RegionAnswer first = result.answers().get(0);
		return new UserFailure(
			"Not a single region could be classified. The first one, '" + first
				.name() + "': " + first.error() + (first.error().endsWith(".") ? ""
					: "."), mends);
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
	private static final class Answers implements ResultSink {

		private final Request request;
		private final RegionFeatures features;
		private final RegionAnswer[] answers;
		/** Each plane is made once, however the regions are mixed. */
		private final int[] order;
		/** Of the first region that has some. */
		private List<Mend> mends = List.of();

		/** @param features null if they are not wanted */
		Answers(final Request request, final RegionFeatures features) {
			this.request = request;
			this.features = features;
			final List<RegionOfInterest> regions = request.regions();
			answers = new RegionAnswer[regions.size()];
			order = IntStream.range(0, regions.size()).boxed().sorted(Comparator
				.comparingInt((Integer i) -> regions.get(i).frame()).thenComparingInt(
					i -> regions.get(i).slice())).mapToInt(i -> i).toArray();
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			answers[order[index]] = RegionAnswer.of(request.regions().get(
				order[index]), prediction);
		}

		@Override
		public boolean wantsFeatures() {
			return features != null;
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction, final float[] found) throws IOException
		{
			classified(index, name, prediction);
			features.add(answers[order[index]], found);
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			answers[order[index]] = RegionAnswer.failed(request.regions().get(
				order[index]), reason);
		}

		@Override
		public void failed(final int index, final String name, final String reason,
			final List<Mend> ofRegion)
		{
			failed(index, name, reason);
			if (mends.isEmpty()) mends = ofRegion;
		}

		/** What is done until now, in the order of the user's list. */
		Result result(final Classifier classifier) {
			final List<RegionAnswer> done = new ArrayList<>();
			request.unusable().forEach(region -> done.add(RegionAnswer.of(region)));
			Arrays.stream(answers).filter(Objects::nonNull).forEach(done::add);
			// values of a label image may repeat from plane to plane: as they are
			if (!request.unusable().isEmpty()) done.sort(Comparator.comparingInt(
				RegionAnswer::index));
			return new Result(classifier.labels(), threshold(request, classifier),
				done);
		}
	}
}
