
package io.github.cnnclassifier.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.RequestedPixelSize;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Adjustments;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.training.ConfidenceWish;
import io.github.cnnclassifier.training.LoopKeys;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.Unfreeze;

/**
 * How a network learns from labeled images, and what it sees of them: what all
 * commands that train have in common.
 */
abstract class TrainingInputs extends LabeledInputs {

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutTraining =
		"Training; Escape stops it and keeps what there is by then";

	@Parameter(label = "Start (auto, backbone, scratch)", columns = 12, attrs = {
		@Attr(name = SUGGESTIONS, value = "auto,backbone,scratch"), @Attr(name = OR,
			value = "or a model file"), @Attr(name = KNOWN_MODELS) }, persist = false,
		description = "Where the training begins: from the backbone that comes along, " +
			"which is good with few images, from random weights, or from a model; auto: " +
			"by the number of images")
	private String start = "auto";

	@Parameter(label = "Network (tiny, lenet, six-conv, residual, mobile)",
		columns = 12, attrs = { @Attr(name = SUGGESTIONS,
			value = "six-conv,tiny,lenet,residual,mobile"), @Attr(name = OR,
				value = "or a JSON file") }, persist = false,
		description = "One of these names, or a JSON file with an architecture")
	private String network = "six-conv";

	@Parameter(label = "Kernel size (0 = as the network has it)", min = "0",
		max = "31", persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Of all convolutions above 1 x 1, odd, in pixels")
	private int kernelSize = Adjustments.UNCHANGED;

	@Parameter(label = "Filters (0 = as the network has them)", min = "0",
		max = "4096", persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Of the first convolution; the others keep their ratio to it")
	private int filters = Adjustments.UNCHANGED;

	@Parameter(label = "Depth (0 = as the network has it)", min = "0", max = "16",
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Stages, each of which works on a smaller image than the one before")
	private int depth = Adjustments.UNCHANGED;

	@Parameter(label = "Dropout (-1 = as the network has it)", min = "-1",
		max = "1", persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "The share of values set to 0 before each dense layer, below 1")
	private double dropout = Adjustments.UNCHANGED_DROPOUT;

	@Parameter(label = "Epochs (0 = automatic)", min = "0", max = "10000",
		persist = false, description = "Passes over the training images")
	private int epochs = 0;

	@Parameter(label = "Batch size (0 = automatic)", attrs = @Attr(
		name = SAME_ROW), min = "0", max = "4096", persist = false,
		description = "Images per training step")
	private int batchSize = 0;

	@Parameter(label = "Learning rate", attrs = @Attr(name = SAME_ROW), min = "0",
		max = "1", persist = false, style = "format:0.######", stepSize = "0.001",
		description = "The highest step size of the optimizer, above 0")
	private double learningRate = TrainingSettings.DEFAULT_LEARNING_RATE;

	@Parameter(label = "May images be turned and mirrored? (auto, none, light, " +
		"mirror, microscopy, strong)", attrs = { @Attr(name = SUGGESTIONS,
			value = "auto,none,light,mirror,microscopy,strong"), @Attr(name = OR,
				value = "or a YAML file") }, columns = 12, persist = false,
		description = "auto: the images decide; light: no, as for digits; mirror: " +
			"left to right only; microscopy, strong: yes, as for cells; none: nothing " +
			"is changed at random; or a YAML file with random changes")
	private String augmentation = "auto";

	@Parameter(label = "Optimizer", choices = { "adamw", "adam", "sgd",
		"rmsprop" }, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "The rule by which weights learn")
	private String optimizer = LoopKeys.DEFAULT.optimizer();

	@Parameter(label = "Momentum", attrs = @Attr(name = OFFERED,
		value = "auto,0,0.9,0.95"), visibility = ItemVisibility.INVISIBLE,
		persist = false, description = "Of sgd; auto: 0.9")
	private String momentum = LoopKeys.DEFAULT.momentum();

	@Parameter(label = "Weight decay", attrs = @Attr(name = OFFERED,
		value = "auto,0,0.0005,0.01,0.05"), visibility = ItemVisibility.INVISIBLE,
		persist = false,
		description = "How strongly weights are drawn to 0; auto: " +
			"0.01 with adamw, 0.0005 with sgd, else 0")
	private String weightDecay = LoopKeys.DEFAULT.weightDecay();

	@Parameter(label = "Schedule", choices = { "cosine", "constant", "step",
		"one-cycle" }, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "How the learning rate changes in the course of the training")
	private String schedule = LoopKeys.DEFAULT.schedule();

	@Parameter(label = "Label smoothing", visibility = ItemVisibility.INVISIBLE,
		persist = false,
		description = "Share of each label that is spread over all classes, from 0 to below 1")
	private double labelSmoothing = LoopKeys.DEFAULT.labelSmoothing();

	@Parameter(label = "Mixup", visibility = ItemVisibility.INVISIBLE,
		persist = false,
		description = "How much images are blended in pairs, from 0 to 1; 0: not at all")
	private double mixup = LoopKeys.DEFAULT.mixup();

	@Parameter(label = "Class balance", choices = { "auto", "weights", "sampling",
		"none" }, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "What is done about classes that have more images; auto: weights " +
			"where they have more than three times as many")
	private String classBalance = LoopKeys.DEFAULT.classBalance();

	@Parameter(label = "Best by", choices = { "loss", "accuracy",
		"balanced-accuracy", "macro-f1" }, visibility = ItemVisibility.INVISIBLE,
		persist = false,
		description = "The figure on the validation images that tells which epochs are better")
	private String bestBy = LoopKeys.DEFAULT.bestBy();

	@Parameter(label = "Patience (0 = to the end)",
		visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Epochs without a better figure after which the training stops")
	private int patience = LoopKeys.DEFAULT.patience();

	@Parameter(label = "Calibrate", visibility = ItemVisibility.INVISIBLE,
		persist = false,
		description = "At the end, fit the confidence to how often the network is " +
			"right on the validation images")
	private boolean calibrate = ConfidenceWish.DEFAULT.calibrated();

	@Parameter(label = "Wished accuracy (0 = any)", min = "0", max = "1",
		visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Share of answers that shall be right, such as 0.99: at the " +
			"end, a threshold for that is found and stored in the model")
	private double wishedAccuracy = ConfidenceWish.ANY_ACCURACY;

	@Parameter(label = "Unfreeze", choices = { "auto", "head", "all" },
		persist = false,
		description = "With a start: head leaves them as they are, which takes seconds; " +
			"all trains all layers afterwards; auto: as the validation images say")
	private String unfreeze = "auto";

	@Parameter(label = "Seed", attrs = @Attr(name = SAME_ROW), persist = false,
		description = "The same seed draws the same random numbers")
	private long seed = 1;

	@Parameter(label = "Exact (one thread, repeatable bit for bit)",
		attrs = @Attr(name = SAME_ROW), persist = false,
		description = "Slower; the same seed then gives the same model")
	private boolean exact = false;

	@Parameter(label = "Cache folder (optional)", style = "directory",
		required = false, persist = false,
		description = "For images that the memory cannot hold, while the training " +
			"runs; empty: the folder for temporary files")
	private File cacheFolder = new File("");

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutInput = "What the network sees of each image";

	@Parameter(label = "Width (0 = automatic)", min = "0", max = "1024",
		persist = false, description = "Images are resized to it; in pixels")
	private int width = 0;

	@Parameter(label = "Height (0 = automatic)", attrs = @Attr(name = SAME_ROW),
		min = "0", max = "1024", persist = false,
		description = "Images are resized to it; in pixels")
	private int height = 0;

	@Parameter(label = "Resize", attrs = @Attr(name = SAME_ROW), choices = {
		"auto", "stretch", "pad", "crop", "none" }, persist = false,
		description = "auto: stretched; pad and crop " +
			"keep the proportions, none keeps the pixels")
	private String resize = InputOverrides.AUTO;

	@Parameter(label = "Pixel size (off, match, or 0.5um)", columns = 12,
		attrs = @Attr(name = OFFERED, value = "off,match"), persist = false,
		description = "match: all images are resampled to their " +
			"median pixel size, a length: to pixels of that size")
	private String pixelSize = "off";

	@Parameter(label = InputText.CHANNELS, columns = 12, attrs = @Attr(
		name = OFFERED, value = "auto,gray,rgb,as-is"), persist = false,
		description = "auto: as the images are; or channels " + "by number or name")
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "each", "middle", "maximum",
		"mean", "average" }, persist = false,
		description = "Of slices and frames: each one an image, " +
			"the middle one, a projection, or each one with averaged answers later")
	private String planes = "each";

	@Parameter(label = InputText.RANGE, columns = 12, attrs = @Attr(
		name = OFFERED, value = "auto,0..255,0..4095,0..65535"), persist = false,
		description = "The pixel values that become 0 and 1, " +
			"such as 0..4095; auto: by the images")
	private String range = InputOverrides.AUTO;

	@Parameter(label = "Normalization", columns = 12, attrs = { @Attr(
		name = SUGGESTIONS,
		value = "auto,range,percentile,zscore-image,zscore-channel,zscore-dataset"),
		@Attr(name = OR, value = "or percentile:LOW-HIGH") }, persist = false,
		description = "auto: range, or as the start of the training has it; range, percentile, percentile:1-99, zscore-image, " +
			"zscore-channel or zscore-dataset")
	private String normalization = InputOverrides.AUTO;

	/** @param title of messages */
	TrainingInputs(final String title) {
		super(title);
	}

	/**
	 * @return where a training begins
	 * @throws WrongUsage if it is nowhere
	 */
	final StartChoice start() {
		return StartChoice.parse(start).with(Unfreeze.parse(unfreeze));
	}

	/**
	 * @return the network of a training from random weights
	 * @throws WrongUsage if a number that adjusts it is out of its range
	 */
	final NetworkChoice network() {
		return new NetworkChoice(network, new Adjustments(kernelSize, filters,
			depth, dropout));
	}

	/**
	 * @return how to train; lengths and augmentation may be automatic
	 * @throws WrongUsage if a number is out of its range
	 * @throws UserFailure if a file of random changes cannot be used
	 */
	final TrainingSettings settings() {
		return new LoopKeys(optimizer, momentum, weightDecay, schedule,
			labelSmoothing, mixup, classBalance, bestBy, patience).applyTo(
				new TrainingSettings(epochs, batchSize, learningRate, Augmentations
					.forTraining(augmentation), exact, seed)).withConfidence(
						new ConfidenceWish(calibrate, wishedAccuracy));
	}

	/** @return of everything random */
	final long seed() {
		return seed;
	}

	/** @return where resized images go that the memory cannot hold */
	final Optional<Path> cacheFolder() {
		return optional(cacheFolder);
	}

	/**
	 * @return what becomes of stacks
	 * @throws WrongUsage if it is none of the choices
	 */
	final PlanePolicy planes() {
		return PlaneChoice.parse(planes);
	}

	/**
	 * @return what is decided of the input of a network
	 * @throws WrongUsage if something in it is malformed
	 */
	final PreprocessingOptions preprocessing() {
		return new PreprocessingOptions(size(width), size(height), InputOverrides
			.parseRule(channels), InputOverrides.parseRange(range), InputOverrides
				.parseResize(resize), RequestedPixelSize.parse(pixelSize), normalization
					.equals(InputOverrides.AUTO) ? null : Normalization.parse(
						normalization));
	}

	private static Integer size(final int pixels) {
		return pixels == 0 ? null : pixels;
	}
}
