
package io.github.cnnclassifier.workflow.preview;

import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.inference.HeatItem;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMapper;
import io.github.cnnclassifier.inference.HeatMethod;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Which places of images speak for a class. Who has the model open already asks
 * {@link OpenModel#heatMapper}.
 */
public final class HeatMaps {

	/**
	 * What is asked for.
	 *
	 * @param items in the order of the maps; copied
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 * @param method how the maps are made
	 * @param longestSide of a map in pixels, for small pictures; 0 for maps of
	 *          the size of their images
	 */
	public record Request(List<HeatItem> items, Path model, InputOverrides input,
			HeatMethod method, int longestSide)
	{

		/** @throws IllegalArgumentException if the side is below 0 */
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
			return maps.get(0).orFail();
		}
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels; told why Grad-CAM is not used, if the
	 *          choice is free
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
		try (HeatMapper mapper = OpenModel.heatMapper(saved, tools.engine())) {
			return new Result(mapper.labels(), mapper.maps(request.items(), request
				.input().appliedTo(saved.description()), request.method(), request
					.longestSide(), progress));
		}
	}
}
