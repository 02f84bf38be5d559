
package io.github.cnnclassifier.benchmark.whole;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.ui.train.LearningPanel;
import io.github.cnnclassifier.ui.train.TrainingFrame;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.LearningWatch;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/**
 * What it costs a training that somebody watches it: seconds between the end of
 * the first epoch and that of the last, without a window, with one that is
 * shown, and with one in the background. Needs a display.
 */
final class WatchedTraining {

	private static final int SIDE = 28;

	/** Who watches. */
	private enum Watcher {
			NOBODY, WINDOW, BACKGROUND
	}

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final Path folder;
	private final int epochs;

	private WatchedTraining(final Path folder, final int epochs) {
		this.folder = folder;
		this.epochs = epochs;
	}

	/**
	 * @param args number of images; epochs; rounds, an odd number
	 * @throws Exception if a training or the window fails
	 */
	public static void main(final String[] args) throws Exception {
		if (args.length != 3) throw new IllegalArgumentException(
			"Expected a number of images, of epochs and, odd, of rounds");
		final Path folder = Files.createTempDirectory("watched");
		makeImages(folder.resolve("images"), Integer.parseInt(args[0]) / 2);
		final WatchedTraining benchmark = new WatchedTraining(folder, Integer
			.parseInt(args[1]));
		// classes are loaded, code is compiled
		benchmark.seconds(Watcher.WINDOW);
		final List<List<Double>> seconds = new ArrayList<>();
		for (final Watcher watcher : Watcher.values())
			seconds.add(new ArrayList<>());
		for (int round = 0; round < Integer.parseInt(args[2]); round++)
			for (int i = 0; i < Watcher.values().length; i++) {
				// another one begins each time
				final int turn = (i + round) % Watcher.values().length;
				seconds.get(turn).add(benchmark.seconds(Watcher.values()[turn]));
			}
		final double alone = Medians.of(seconds.get(0));
		for (final Watcher watcher : Watcher.values()) {
			final double median = Medians.of(seconds.get(watcher.ordinal()));
			System.out.printf(Locale.ROOT, "%s: %.3f s, %+.2f %%  %s%n", watcher,
				median, 100 * (median / alone - 1), seconds.get(watcher.ordinal()));
		}
		System.exit(0);
	}

	private static void makeImages(final Path folder, final int perClass)
		throws IOException
	{
		final SplittableRandom random = new SplittableRandom(1);
		for (int half = 0; half < 2; half++) {
			final Path label = Files.createDirectories(folder.resolve(half == 0
				? "left" : "right"));
			for (int i = 0; i < perClass; i++) {
				final BufferedImage image = new BufferedImage(SIDE, SIDE,
					BufferedImage.TYPE_BYTE_GRAY);
				for (int p = 0; p < SIDE * SIDE; p++)
					image.getRaster().setSample(p % SIDE, p / SIDE, 0, random.nextInt(0,
						160) + (p % SIDE * 2 / SIDE == half ? 60 : 0));
				ImageIO.write(image, "png", label.resolve(i + ".png").toFile());
			}
		}
	}

	private double seconds(final Watcher watcher) throws Exception {
		final TrainingControl control = new TrainingControl("watched.zip", Progress
			.none());
		final AtomicReference<TrainingFrame> frame = new AtomicReference<>();
		try (LearningWatch watch = new LearningWatch()) {
			if (watcher != Watcher.NOBODY) EventQueue.invokeAndWait(() -> {
				frame.set(new TrainingFrame("watched", () -> {}));
				frame.get().show(new LearningPanel(control, watch, new TrainingQueue(),
					frame.get()));
				if (watcher == Watcher.BACKGROUND) frame.get().sendToBackground();
			});
			final long[] ends = new long[2];
			final TrainingListener listener = watcher == Watcher.NOBODY
				? new Clocked(new TrainingListener() {}, ends) : new Clocked(watch,
					ends);
			new TrainClassifier(tools, listener, GroupQuestion.UNASKED,
				control::isDiscarded, control).run(
				new TrainClassifier.Request(folder.resolve("images"), Set.of(),
					SplitOptions.DEFAULT, PreprocessingOptions.NONE, PlanePolicy.EACH,
					StartChoice.SCRATCH, "tiny", new TrainingSettings(epochs, 16, 0.002,
						Augmentation.NONE, false, 1), LearnFrom.TRAINING, folder.resolve(
							"model.zip"), true, Optional.empty()));
			return (ends[1] - ends[0]) / 1e9;
		}
		finally {
			if (frame.get() != null) EventQueue.invokeAndWait(() -> frame.get()
				.dispose());
		}
	}

	/**
	 * @param listener is told everything
	 * @param ends gets when the first and the last epoch ended
	 */
	private record Clocked(TrainingListener listener, long[] ends)
			implements
				TrainingListener
	{

		@Override
		public void onImages(
			final TrainingSet training,
			final ValidationSet validation)
		{
			listener.onImages(training, validation);
		}

		@Override
		public void onStep(final long step, final long total, final double loss) {
			listener.onStep(step, total, loss);
		}

		@Override
		public void onEpoch(
			final EpochFacts facts)
		{
			listener.onEpoch(facts);
			if (ends[0] == 0) ends[0] = System.nanoTime();
			ends[1] = System.nanoTime();
		}
	}
}
