
package io.github.cnnclassifier.workflow.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import io.github.cnnclassifier.dataset.source.SampleSource;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMapper;
import io.github.cnnclassifier.inference.HeatMethod;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.TimedStage;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.Tools;

/** Which places of images speak for a class. */
public final class HeatMaps {

	/**
	 * An image.
	 *
	 * @param source read when its turn comes
	 * @param className a class of the model; empty for the one that is predicted
	 */
	public record Item(SampleSource source, String className) {

		/** Nothing may be null. */
		public Item {
			Objects.requireNonNull(source);
			Objects.requireNonNull(className);
		}

		/**
		 * @param image in memory
		 * @param className a class of the model; empty for the one that is
		 *          predicted
		 * @return it
		 */
		public static Item of(final SampleImage image, final String className) {
			return new Item(() -> image, className);
		}
	}

	/**
	 * What is asked for.
	 *
	 * @param items in the order of the maps
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 * @param method how the maps are made
	 * @param longestSide of a map in pixels, for small pictures; 0 for maps of the
	 *          size of their images
	 */
	public record Request(List<Item> items, Path model, InputOverrides input,
			HeatMethod method, int longestSide)
	{

		/** Copies the items. */
		public Request {
			items = List.copyOf(items);
			if (longestSide < 0) throw new IllegalArgumentException(
				"Expected a side of 0 or more pixels, got " + longestSide);
		}
	}

	/**
	 * What came of it.
	 *
	 * @param labels of the model
	 * @param maps one for each item, in order, or the reason why there is none
	 */
	public record Result(ClassLabels labels, List<ItemOutcome<HeatMap>> maps) {

		/**
		 * @return the map of the first image
		 * @throws UserFailure if there is none
		 */
		public HeatMap first() {
			final ItemOutcome<HeatMap> first = maps.get(0);
			if (first.isFailed()) throw new UserFailure(first.reason());
			return first.result();
		}
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels; told once why another method than
	 *          Grad-CAM is used, if the choice is free
	 */
	public HeatMaps(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	/**
	 * Makes the maps, one after the other.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the model has no such class
	 * @throws UserFailure if the model or the method cannot be used
	 * @throws CanceledException if the user stopped the run
	 */
	public Result run(final Request request) {
		progress.update(Double.NaN, "Opening the model");
		final SavedClassifier saved = OpenModel.read(request.model(), tools
			.engine());
		return run(saved, request.input().appliedTo(saved.description()), request
			.items(), request.method(), request.longestSide());
	}

	/**
	 * The same with a model that is open.
	 *
	 * @param saved the model
	 * @param preprocessing of it, for the images at hand
	 * @param items in the order of the maps
	 * @param method how the maps are made
	 * @param longestSide of a map in pixels; 0 for maps of the size of their
	 *          images
	 * @return what came of it
	 * @throws WrongUsage if the model has no such class
	 * @throws UserFailure if the method cannot be used
	 * @throws CanceledException if the user stopped the run
	 */
	public Result run(final SavedClassifier saved,
		final Preprocessing preprocessing, final List<Item> items,
		final HeatMethod method, final int longestSide)
	{
		final ClassLabels labels = saved.description().labels();
		final List<OptionalInt> classes = items.stream().map(item -> index(labels,
			item.className())).toList();
		final List<ItemOutcome<HeatMap>> maps = new ArrayList<>();
		try (HeatMapper mapper = OpenModel.heatMapper(saved, tools.engine())) {
			final HeatMethod used = mapper.method(method);
			mapper.remark(method).ifPresent(progress::message);
			for (int i = 0; i < items.size(); i++) {
				final SampleSource source = items.get(i).source();
				final OptionalInt label = classes.get(i);
				final Progress stage = new TimedStage(progress, words(i, items.size()),
					(double) i / items.size(), (i + 1.0) / items.size());
				stage.checkCanceled();
				stage.update(0, "");
				maps.add(ItemOutcome.of(() -> {
					final SampleImage image = source.read();
					return mapper.map(image, preprocessing, label, used, size(image,
						longestSide), stage);
				}));
			}
		}
		return new Result(labels, List.copyOf(maps));
	}

	private static String words(final int index, final int count) {
		return count == 1 ? "Looking for what matters" : "Heat map " + (index + 1) +
			" of " + count;
	}

	/**
	 * @param labels of a model
	 * @param className one of them, or empty
	 * @return its 0-based index; empty if the name is
	 * @throws WrongUsage if there is no such class
	 */
	public static OptionalInt index(final ClassLabels labels,
		final String className)
	{
		if (className.isEmpty()) return OptionalInt.empty();
		final int index = labels.indexOf(className);
		if (index < 0) throw new WrongUsage(
			"Expected className to be one of the classes " + String.join(", ", labels
				.names()) + ", or empty for the predicted one, found '" + className +
				"'.");
		return OptionalInt.of(index);
	}

	private static ImageSize size(final SampleImage image, final int longest) {
		final double shrink = longest == 0 ? 1 : Math.min(1, (double) longest / Math
			.max(image.width(), image.height()));
		return new ImageSize(shrunk(image.width(), shrink), shrunk(image.height(),
			shrink));
	}

	private static int shrunk(final int length, final double shrink) {
		return (int) Math.max(1, Math.round(length * shrink));
	}
}
