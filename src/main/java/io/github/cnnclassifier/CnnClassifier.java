
package io.github.cnnclassifier;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ArrayImage;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.IntervalImage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.OpenPlanes;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionImages;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.inference.AllFeatures;
import io.github.cnnclassifier.inference.AllPredictions;
import io.github.cnnclassifier.inference.AveragingSink;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMapper;
import io.github.cnnclassifier.inference.HeatMethod;
import io.github.cnnclassifier.inference.ImageSources;
import io.github.cnnclassifier.inference.ResultSink;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.InterruptAsCancel;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.Tools;

/**
 * A trained classifier at work, for scripts and Java programs.
 *
 * <pre>
 * try (CnnClassifier digits = CnnClassifier.open("digits")) {
 * 	Answer answer = digits.classify(IJ.openImage("7.png"));
 * 	String name = answer.className();
 * 	float confidence = answer.confidence();
 * }
 * </pre>
 * <p>
 * Images are taken as they are stored: display range, look-up table, zoom and
 * selection never change an answer. An image that does not fit the model is a
 * {@link UserFailure} that says what was expected, what was found and what to
 * do; it is converted only if {@link #withChannels}, {@link #withRange} or
 * {@link #withPixelSize} asks for it.
 * <p>
 * An image or ROI that is null, as {@code IJ.openImage} and {@code getRoi} give
 * where there is none, is a {@link UserFailure} too; any other argument that is
 * null is a {@link NullPointerException}. Every question to a closed classifier
 * is an {@link IllegalStateException}.
 * <p>
 * Thread-safe: images are prepared side by side and predicted one after the
 * other. Interrupting a thread that waits for an answer ends the question with
 * a {@link CanceledException}. The network holds memory outside the Java heap
 * until {@link #close()}.
 */
public final class CnnClassifier implements AutoCloseable {

	private final ClassifierDescription model;
	private final Classifier classifier;
	private final HeatMapper heatMapper;
	private final ClassifierOptions options;

	private CnnClassifier(final ClassifierDescription model,
		final Classifier network, final HeatMapper heatMapper,
		final ClassifierOptions options)
	{
		this.model = model;
		this.heatMapper = heatMapper;
		this.options = options;
		// what does not fit the model shall be known now, not at the first image
		classifier = network.with(options.input().appliedTo(model));
		options.threshold().answers(model.labels());
	}

	/**
	 * @param model path of a model file, or "digits", the classifier of
	 *          handwritten digits that comes along
	 * @return to be closed by the caller
	 * @throws UserFailure if it is no model file or does not pass its self-test
	 */
	public static CnnClassifier open(final String model) {
		try {
			return open(Path.of(model));
		}
		catch (final InvalidPathException e) {
			throw new UserFailure("Expected a model file, found '" + model +
				"', which this system allows for no file. Mend the path.", e);
		}
	}

	/**
	 * @param model a model file, or "digits"
	 * @return to be closed by the caller
	 * @throws UserFailure if it is no model file or does not pass its self-test
	 */
	public static CnnClassifier open(final Path model) {
		final Tools tools = tools(Progress.none());
		final SavedClassifier saved = OpenModel.read(model, tools.engine());
		final ClassifierDescription description = saved.description();
		return new CnnClassifier(description, OpenModel.classifier(saved,
			description.preprocessing(), tools.engine()), OpenModel.heatMapper(saved,
				tools.engine()), ClassifierOptions.NONE);
	}

	/**
	 * @param progress is told when native libraries must be unpacked first
	 * @return what the workflows in {@code io.github.cnnclassifier.workflow} work
	 *         with; cheap to make
	 */
	public static Tools tools(final Progress progress) {
		return new Tools(new Dl4jEngine(0, progress), new ImageJImageReader());
	}

	/** @return the names of the classes in the order of the model */
	public List<String> classes() {
		return model.labels().names();
	}

	/**
	 * For images with other channels than the model expects.
	 *
	 * @param channels "gray", "rgb", "as-is", channels to choose by number from 1
	 *          or by name such as "1,3", or "auto" for the model's own rule
	 * @return a classifier that maps images so. It shares the network with this
	 *         one: closing either closes both
	 * @throws UserFailure if these are not the model's number of channels, or the
	 *           text is none of these
	 */
	public CnnClassifier withChannels(final String channels) {
		return with(options.withChannels(channels));
	}

	/**
	 * For images whose values mean the same as those of the training images but
	 * are stored on another scale.
	 *
	 * @param min the value that corresponds to the lower end of the model's range
	 * @param max the value that corresponds to the upper end, above {@code min}
	 * @return a classifier that maps images so, sharing the network
	 * @throws UserFailure if the model normalizes each image by itself, so that
	 *           no range counts
	 * @throws IllegalArgumentException if min is not below max, or one of them
	 *           not finite
	 */
	public CnnClassifier withRange(final double min, final double max) {
		return with(options.withRange(new IntensityRange(min, max)));
	}

	/**
	 * For images whose pixels have another size than those of the training
	 * images, which are refused otherwise.
	 *
	 * @param pixelSize "match" resamples images to the model's pixel size,
	 *          "ignore" takes them as they are, "auto" refuses them
	 * @return a classifier that maps images so, sharing the network
	 * @throws UserFailure if the text is none of these, or the model does not
	 *           know its pixel size
	 */
	public CnnClassifier withPixelSize(final String pixelSize) {
		Objects.requireNonNull(pixelSize);
		return with(options.withPixelSize(pixelSize));
	}

	/**
	 * @param least confidence of an answer that counts, 0 to 1; answers below are
	 *          "unknown", their probabilities stay. 0, as at first, takes every
	 *          answer
	 * @return a classifier that answers so, sharing the network
	 * @throws WrongUsage if the number is not one from 0 to 1, or a class of the
	 *           model is itself called "unknown"
	 */
	public CnnClassifier withThreshold(final double least) {
		return with(options.withThreshold(new Threshold(least)));
	}

	private CnnClassifier with(final ClassifierOptions others) {
		return new CnnClassifier(model, classifier, heatMapper, others);
	}

	/**
	 * @param image all of it, whatever is selected; of a stack the plane that it
	 *          shows, unless the model learned from whole stacks. Only read
	 * @return what the model says
	 * @throws UserFailure if the image does not fit the model, has a value that
	 *           is not finite, is closed or null
	 * @throws IllegalStateException if this classifier is closed
	 */
	public Answer classify(final ImagePlus image) {
		requireOpen(image);
		final OpenPlanes planes = new OpenPlanes(image, policy());
		return answer(Prediction.mean(predict(planes.positions().size(),
			planes::image)));
	}

	/**
	 * @param image only read
	 * @param roi with an area, whose bounding box is classified, as far as it
	 *          lies inside the image; on its own plane, if it has a position,
	 *          else on the plane that the image shows
	 * @return what the model says
	 * @throws UserFailure if the region has no pixel of the image, or does not
	 *           fit the model; if the image is closed; if one of them is null
	 * @throws IllegalStateException if this classifier is closed
	 */
	public Answer classify(final ImagePlus image, final Roi roi) {
		return classifyRegions(image, Collections.singletonList(roi),
			RegionCropping.PLAIN).get(0);
	}

	/**
	 * @param image with the axes x, y or x, y, channel; of any real type, 8-bit
	 *          and 16-bit alike. Only read
	 * @return what the model says
	 * @throws UserFailure if the image does not fit the model, has other axes, no
	 *           pixel, or a value that is not finite
	 * @throws IllegalStateException if this classifier is closed
	 */
	public Answer classify(
		final RandomAccessibleInterval<? extends RealType<?>> image)
	{
		return classify(IntervalImage.of(image));
	}

	/**
	 * @param pixels C,H,W: row after row from the top, channel after channel
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 1 for a gray image
	 * @return what the model says
	 * @throws UserFailure if the array has another length, one of the numbers is
	 *           below 1, a value is not finite, or the image does not fit the
	 *           model
	 * @throws IllegalStateException if this classifier is closed
	 */
	public Answer classify(final float[] pixels, final int width,
		final int height, final int channels)
	{
		return classify(ArrayImage.of(pixels, width, height, channels));
	}

	/**
	 * @param unsigned C,H,W; values 0 to 65535, as ImageJ keeps them
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 1 for a gray image
	 * @return what the model says
	 * @throws UserFailure as for floats
	 * @throws IllegalStateException if this classifier is closed
	 */
	public Answer classify(final short[] unsigned, final int width,
		final int height, final int channels)
	{
		return classify(ArrayImage.of(unsigned, width, height, channels));
	}

	/**
	 * @param unsigned C,H,W; values 0 to 255, as ImageJ keeps them
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 1 for a gray image
	 * @return what the model says
	 * @throws UserFailure as for floats
	 * @throws IllegalStateException if this classifier is closed
	 */
	public Answer classify(final byte[] unsigned, final int width,
		final int height, final int channels)
	{
		return classify(ArrayImage.of(unsigned, width, height, channels));
	}

	/**
	 * @param image for instance one with a pixel size or names of channels
	 * @return what the model says
	 * @throws UserFailure if the image does not fit the model
	 * @throws IllegalStateException if this classifier is closed
	 */
	public Answer classify(final SampleImage image) {
		return classifySamples(List.of(image)).get(0);
	}

	/**
	 * Faster than one by one: a network likes batches.
	 *
	 * @param images each as for {@link #classify(ImagePlus)}
	 * @return one answer per image, in order
	 * @throws UserFailure if an image does not fit the model, or as for a single
	 *           one; then there is no answer at all
	 * @throws IllegalStateException if this classifier is closed
	 */
	public List<Answer> classifyAll(final List<ImagePlus> images) {
		if (!policy().isSingle()) return images.stream().map(this::classify)
			.toList();
		return answers(predict(images.size(), i -> {
			requireOpen(images.get(i));
			return new OpenPlanes(images.get(i), policy()).image(0);
		}));
	}

	/**
	 * @param image a stack, of which every plane is classified by itself
	 * @return one answer per slice and frame, slices running faster
	 * @throws UserFailure if the image does not fit the model, is closed or null
	 * @throws IllegalStateException if this classifier is closed
	 */
	public List<Answer> classifyPlanes(final ImagePlus image) {
		requireOpen(image);
		final OpenPlanes planes = new OpenPlanes(image, PlanePolicy.EACH);
		return answers(predict(planes.positions().size(), planes::image));
	}

	/**
	 * @param image only read
	 * @param rois each as for {@link #classify(ImagePlus, Roi)}
	 * @param cropping margin and masking, which should be those of the training
	 *          images
	 * @return one answer per region, in order
	 * @throws UserFailure if one of them cannot be classified or is null; then
	 *           there is no answer at all
	 * @throws IllegalStateException if this classifier is closed
	 */
	public List<Answer> classifyRegions(final ImagePlus image,
		final List<Roi> rois, final RegionCropping cropping)
	{
		Objects.requireNonNull(cropping);
		return answers(predict(rois.size(), regions(image, rois, cropping)));
	}

	private static RegionImages regions(final ImagePlus image,
		final List<Roi> rois, final RegionCropping cropping)
	{
		requireOpen(image);
		requireRois(rois, image);
		final FoundRegions found = RegionSource.of(image, rois);
		found.failed().stream().findFirst().ifPresent(failed -> {
			throw new UserFailure("Expected regions that can be classified, but '" +
				failed.name() + "' cannot: " + failed.reason() + ".");
		});
		return new RegionImages(image, found.regions(), cropping);
	}

	/**
	 * @param images of any origin, such as those of {@link ArrayImage} and
	 *          {@link IntervalImage}
	 * @return one answer per image, in order
	 * @throws UserFailure if an image does not fit the model, or as for a single
	 *           one; then there is no answer at all
	 * @throws IllegalStateException if this classifier is closed
	 */
	public List<Answer> classifySamples(final List<SampleImage> images) {
		images.forEach(Objects::requireNonNull);
		return answers(predict(images.size(), images::get));
	}

	/**
	 * What the last layer of the network sees of an image: numbers that are near
	 * each other for images that look alike, for clustering and statistics.
	 *
	 * @param image all of it, as for {@link #classify(ImagePlus)}; of a stack
	 *          that the model takes as a whole the mean of its planes
	 * @return the features, as many for every image; a new array
	 * @throws UserFailure as for {@link #classify(ImagePlus)}
	 * @throws IllegalStateException if this classifier is closed
	 */
	public float[] features(final ImagePlus image) {
		requireOpen(image);
		final OpenPlanes planes = new OpenPlanes(image, policy());
		final List<String> whole = Collections.nCopies(planes.positions().size(),
			image.getTitle());
		final AllFeatures all = new AllFeatures();
		final AveragingSink mean = new AveragingSink(all, whole::get);
		run(whole.size(), planes::image, mean);
		try {
			mean.finish();
		}
		catch (final IOException e) {
			throw inMemory(e);
		}
		return all.features().get(0);
	}

	/**
	 * @param images of any origin, such as those of {@link ArrayImage} and
	 *          {@link IntervalImage}
	 * @return the features of each, in order, as {@link #features(ImagePlus)}
	 *         gives them
	 * @throws UserFailure if an image does not fit the model; then there are none
	 *           at all
	 * @throws IllegalStateException if this classifier is closed
	 */
	public List<float[]> featuresOf(final List<SampleImage> images) {
		images.forEach(Objects::requireNonNull);
		final AllFeatures all = new AllFeatures();
		run(images.size(), images::get, all);
		return all.features();
	}

	/**
	 * Which places of an image speak for a class. The first map takes a moment
	 * longer and more memory, as the network is made a second time.
	 *
	 * @param image all of it, whatever is selected; of a stack the plane that it
	 *          shows, unless the model learned from one image of a whole stack.
	 *          Only read
	 * @param className a class of the model; empty for the predicted one
	 * @param method "auto", "grad-cam" or "occlusion"
	 * @return of the size of the image; see there what the values mean
	 * @throws UserFailure if the image does not fit the model, the model has no
	 *           such class or does not allow the method; or as for
	 *           {@link #classify(ImagePlus)}
	 * @throws CanceledException if the thread was interrupted
	 * @throws IllegalStateException if this classifier is closed
	 */
	public HeatMap heatMap(final ImagePlus image, final String className,
		final String method)
	{
		requireOpen(image);
		final PlanePolicy policy = policy();
		return heatMap(new OpenPlanes(image, policy.isSingle() ? policy
			: PlanePolicy.CURRENT).image(0), className, method);
	}

	/**
	 * @param image only read
	 * @param roi as for {@link #classify(ImagePlus, Roi)}
	 * @param className a class of the model; empty for the predicted one
	 * @param method "auto", "grad-cam" or "occlusion"
	 * @return of the size of the region's bounding box, as far as it lies inside
	 *         the image
	 * @throws UserFailure as for the other ones
	 * @throws CanceledException if the thread was interrupted
	 * @throws IllegalStateException if this classifier is closed
	 */
	public HeatMap heatMap(final ImagePlus image, final Roi roi,
		final String className, final String method)
	{
		return heatMap(regions(image, Collections.singletonList(roi),
			RegionCropping.PLAIN).apply(0), className, method);
	}

	/**
	 * @param image of any origin
	 * @param className a class of the model; empty for the predicted one
	 * @param method "auto", "grad-cam" or "occlusion"
	 * @return of the size of the image
	 * @throws UserFailure as for the other ones
	 * @throws CanceledException if the thread was interrupted
	 * @throws IllegalStateException if this classifier is closed
	 */
	public HeatMap heatMap(final SampleImage image, final String className,
		final String method)
	{
		final InterruptAsCancel watched = new InterruptAsCancel(Progress.none());
		try {
			return heatMapper.map(image, classifier.preprocessing(), className,
				HeatMethod.parse(method), watched);
		}
		catch (final CanceledException e) {
			watched.restoreInterruption();
			throw e;
		}
	}

	/**
	 * Frees the network, also of the classifiers that share it. Waits for an
	 * image that is being predicted; who asks later gets an
	 * {@link IllegalStateException}. A second call does nothing.
	 */
	@Override
	public void close() {
		classifier.close();
		heatMapper.close();
	}

	private PlanePolicy policy() {
		return PlaneChoice.forOpenImage(model.planes());
	}

	private List<Prediction> predict(final int count,
		final IntFunction<SampleImage> images)
	{
		final AllPredictions all = new AllPredictions();
		run(count, images, all);
		return all.predictions();
	}

	private void run(final int count, final IntFunction<SampleImage> images,
		final ResultSink sink)
	{
		try {
			classifier.classify(new ImageSources(count, images), sink, Progress
				.none());
		}
		catch (final IOException e) {
			throw inMemory(e);
		}
	}

	private static IllegalStateException inMemory(final IOException e) {
		return new IllegalStateException("Predictions are in memory", e);
	}

	private List<Answer> answers(final List<Prediction> predictions) {
		return predictions.stream().map(this::answer).toList();
	}

	private Answer answer(final Prediction prediction) {
		return new Answer(model.labels(), prediction, options.threshold());
	}

	/** What is null comes from a method of ImageJ that found none. */
	private static void requireRois(final List<Roi> rois, final ImagePlus image) {
		for (final Roi roi : rois) {
			if (roi == null) throw new UserFailure(
				"Expected a region of interest of '" + image.getTitle() +
					"', found none (null). Make a selection first.");
		}
	}

	private static void requireOpen(final ImagePlus image) {
		if (image == null) throw new UserFailure("Expected an open image, found " +
			"none (null), as IJ.openImage gives for a file that is no image. Check " +
			"the path.");
		ImagePlusAdapter.requireNotClosed(image);
	}
}
