
package io.github.cnnclassifier.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.HalvedBatches;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.evaluation.ImageNumbers;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/**
 * Finds out where images lie, by the features that a network sees in them and
 * by statistics of its inputs. Of many images some are looked at, evenly
 * chosen. Nobody is asked for cancellation: who stops a training wants what
 * there is.
 */
public final class PlacedImages {

	private static final int MOST_TRAINING = 3000;
	private static final int MOST_OF_A_CLASS = 10;
	private static final int MOST_UNSEEN = 2000;
	/** Features of all images together; 32 MB. */
	private static final int MOST_FEATURES = 1 << 23;
	private static final int FEWEST = 100;
	private static final int BATCHES_AHEAD = 4;

	private final Engine engine;
	private final NetworkSpec spec;
	private final Network network;
	private final Progress progress;

	/**
	 * @param engine of the network
	 * @param spec of the network
	 * @param network that looks at the images; closed by the caller
	 * @param progress shows what is done
	 */
	public PlacedImages(final Engine engine, final NetworkSpec spec,
		final Network network, final Progress progress)
	{
		this.engine = engine;
		this.spec = spec;
		this.network = network;
		this.progress = progress;
	}

	/**
	 * Rare classes are not left out.
	 *
	 * @param samples with labels of the network; those that can no longer be read
	 *          are left out
	 * @return as many of each class, as far as there are
	 */
	public ImageNumbers ofEachClass(final SampleList samples) {
		final int most = Math.max(MOST_OF_A_CLASS, most(MOST_TRAINING) / spec
			.classes());
		final int[] chosen = IntStream.range(0, spec.classes()).flatMap(
			label -> spread(IntStream.range(0, samples.size()).filter(i -> samples
				.labelIndex(i) == label).toArray(), most)).toArray();
		return numbers(samples, chosen);
	}

	/**
	 * @param samples with labels of the network; those that can no longer be read
	 *          are left out
	 * @return images of the classes, as frequent as they are
	 */
	public ImageNumbers asFrequent(final SampleList samples) {
		return numbers(samples, spread(IntStream.range(0, samples.size()).toArray(),
			most(MOST_UNSEEN)).toArray());
	}

	private int most(final int images) {
		return Math.min(images, Math.max(FEWEST, MOST_FEATURES / NetworkPlan.of(
			spec).featureCount()));
	}

	private static IntStream spread(final int[] images, final int most) {
		if (images.length <= most) return Arrays.stream(images);
		return IntStream.range(0, most).map(i -> images[(int) ((long) i *
			images.length / most)]);
	}

	private ImageNumbers numbers(final SampleList samples, final int[] chosen) {
		progress.update(Double.NaN, "Looking at where images like these lie");
		final Collected collected = new Collected(spec, network, progress);
		final int batch = MemoryPlan.predictionBatch(engine, spec);
		try (ReadAhead<ItemOutcome<float[]>> inputs = new ReadAhead<>(chosen.length,
			BATCHES_AHEAD * batch, i -> ItemOutcome.of(() -> samples.input(
				chosen[i])), Progress.none()))
		{
			for (final int sample : chosen) {
				final ItemOutcome<float[]> input = inputs.next();
				// one that is gone meanwhile is no reason to lose a training
				if (!input.isFailed()) collected.add(input.result(), samples.labelIndex(
					sample), samples.unit(sample));
				if (collected.waiting.size() == batch) collected.flush();
			}
		}
		collected.flush();
		return new ImageNumbers(collected.features, collected.statistics,
			collected.labels, collected.units);
	}

	/** Numbers of images, batch by batch. */
	private static final class Collected {

		private final List<float[]> features = new ArrayList<>();
		private final List<float[]> statistics = new ArrayList<>();
		private final List<Integer> labels = new ArrayList<>();
		private final List<String> units = new ArrayList<>();
		private final List<float[]> waiting = new ArrayList<>();
		private final List<Integer> waitingLabels = new ArrayList<>();
		private final List<String> waitingUnits = new ArrayList<>();
		private final HalvedBatches network;
		private final PictureStatistics pictures;
		private final int size;
		private final Progress progress;

		Collected(final NetworkSpec spec, final Network network,
			final Progress progress)
		{
			this.network = new HalvedBatches(network);
			this.progress = progress;
			pictures = new PictureStatistics(spec.input());
			size = spec.input().size();
		}

		void add(final float[] input, final int label, final String unit) {
			waiting.add(input);
			waitingLabels.add(label);
			waitingUnits.add(unit);
		}

		void flush() {
			if (waiting.isEmpty()) return;
			final int count = waiting.size();
			final float[] inputs = new float[count * size];
			for (int i = 0; i < count; i++)
				System.arraycopy(waiting.get(i), 0, inputs, i * size, size);
			final float[] all = network.features(inputs, count, progress);
			final int length = all.length / count;
			for (int i = 0; i < count; i++)
				add(Arrays.copyOfRange(all, i * length, (i + 1) * length), i);
			waiting.clear();
			waitingLabels.clear();
			waitingUnits.clear();
		}

		/** What is beyond all numbers says nothing of the others. */
		private void add(final float[] ofImage, final int waited) {
			for (final float number : ofImage) {
				if (!Float.isFinite(number)) return;
			}
			features.add(ofImage);
			statistics.add(pictures.of(waiting.get(waited)));
			labels.add(waitingLabels.get(waited));
			units.add(waitingUnits.get(waited));
		}
	}
}
