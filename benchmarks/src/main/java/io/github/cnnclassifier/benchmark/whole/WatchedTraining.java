
package io.github.cnnclassifier.benchmark.whole;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

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
 * What it costs a training that somebody watches it: seconds without a window,
 * with one that is shown, and with one in the background, each for a short and
 * a long training, so that what it costs once and what grows with the training
 * can be told apart; and the processor time of the threads that show and
 * follow it. Needs a display.
 */
final class WatchedTraining {

	private static final int SIDE = 28;

	/** Threads that are there for whoever watches; others train. */
	private static final List<String> WATCHING = List.of("AWT-",
		"CNN Classifier, ");

	/** Who watches. */
	private enum Watcher {
			NOBODY, WINDOW, BACKGROUND
	}

	/**
	 * What one training took.
	 *
	 * @param whole seconds from before a window opens to the end of the last
	 *          epoch
	 * @param learning seconds from the end of the first epoch to that of the last
	 * @param watching seconds of the processor that went to whoever watches
	 */
	private record Run(double whole, double learning, double watching) {
	}

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final Path folder;

	private WatchedTraining(final Path folder) {
		this.folder = folder;
	}

	/**
	 * @param args number of images; epochs of the short training and of the long
	 *          one; rounds, an odd number
	 * @throws Exception if a training or the window fails
	 */
	public static void main(final String[] args) throws Exception {
		if (args.length != 4) throw new IllegalArgumentException(
			"Expected a number of images, of epochs of a short and of a long " +
				"training and, odd, of rounds");
		final Path folder = Files.createTempDirectory("watched");
		makeImages(folder.resolve("images"), Integer.parseInt(args[0]) / 2);
		final WatchedTraining benchmark = new WatchedTraining(folder);
		final int[] lengths = { Integer.parseInt(args[1]), Integer.parseInt(
			args[2]) };
		// classes are loaded, code is compiled
		for (final Watcher watcher : Watcher.values())
			benchmark.run(watcher, lengths[0]);
		final List<Map<Watcher, List<Run>>> runs = List.of(new EnumMap<>(
			Watcher.class), new EnumMap<>(Watcher.class));
		for (int round = 0; round < Integer.parseInt(args[3]); round++)
			for (int length = 0; length < lengths.length; length++)
				for (int i = 0; i < Watcher.values().length; i++) {
					// another one begins each time
					final Watcher watcher = Watcher.values()[(i + round) % Watcher
						.values().length];
					runs.get(length).computeIfAbsent(watcher, unused -> new ArrayList<>())
						.add(benchmark.run(watcher, lengths[length]));
				}
		for (int length = 0; length < lengths.length; length++)
			tell(lengths[length], runs.get(length));
		for (final Watcher watcher : List.of(Watcher.WINDOW, Watcher.BACKGROUND)) {
			tellParts("learning", watcher, runs, Run::learning);
			tellParts("whole", watcher, runs, Run::whole);
		}
		System.exit(0);
	}

	private static void tell(final int epochs,
		final Map<Watcher, List<Run>> runs)
	{
		for (final Watcher watcher : Watcher.values()) {
			final List<Run> of = runs.get(watcher);
			System.out.printf(Locale.ROOT,
				"%d epochs, %s: learning %s, whole %s, processor time of who " +
					"watches %.0f ms%n", epochs, watcher, compared(of, runs, Run::learning),
				compared(of, runs, Run::whole), 1000 * median(of, Run::watching));
		}
	}

	private static String compared(final List<Run> of,
		final Map<Watcher, List<Run>> all, final ToDoubleFunction<Run> seconds)
	{
		final double alone = median(all.get(Watcher.NOBODY), seconds);
		return String.format(Locale.ROOT, "%.3f s (%.3f to %.3f), %+.2f %%",
			median(of, seconds), of.stream().mapToDouble(seconds).min().orElseThrow(),
			of.stream().mapToDouble(seconds).max().orElseThrow(), 100 * (median(of,
				seconds) / alone - 1));
	}

	/**
	 * Through two lengths goes one line: so much once, and so much of the time.
	 * What is drawn by chance between rounds is told by the spread above.
	 */
	private static void tellParts(final String what, final Watcher watcher,
		final List<Map<Watcher, List<Run>>> runs,
		final ToDoubleFunction<Run> seconds)
	{
		final double[] alone = new double[2];
		final double[] more = new double[2];
		for (int length = 0; length < 2; length++) {
			final List<Run> plain = runs.get(length).get(Watcher.NOBODY);
			final List<Run> watched = runs.get(length).get(watcher);
			alone[length] = median(plain, seconds);
			final List<Double> differences = new ArrayList<>();
			for (int round = 0; round < plain.size(); round++)
				differences.add(seconds.applyAsDouble(watched.get(round)) - seconds
					.applyAsDouble(plain.get(round)));
			more[length] = Medians.of(differences);
		}
		final double growing = (more[1] - more[0]) / (alone[1] - alone[0]);
		System.out.printf(Locale.ROOT,
			"%s, %s: %+.3f s once and %+.2f %% of the time (%+.3f s of %.3f s, " +
				"%+.3f s of %.3f s)%n", watcher, what, more[0] - growing * alone[0],
			100 * growing, more[0], alone[0], more[1], alone[1]);
	}

	private static double median(final List<Run> runs,
		final ToDoubleFunction<Run> value)
	{
		return Medians.of(runs.stream().map(value::applyAsDouble).toList());
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

	private Run run(final Watcher watcher, final int epochs) throws Exception {
		final TrainingControl control = new TrainingControl("watched.zip", Progress
			.none());
		final AtomicReference<TrainingFrame> frame = new AtomicReference<>();
		final AtomicReference<LearningPanel> panel = new AtomicReference<>();
		final Map<Long, Long> processor = watchingNanos();
		final long begin = System.nanoTime();
		try (LearningWatch watch = new LearningWatch()) {
			if (watcher != Watcher.NOBODY) EventQueue.invokeAndWait(() -> {
				frame.set(new TrainingFrame("watched", () -> {}));
				panel.set(new LearningPanel(control, watch, new TrainingQueue(), frame
					.get()));
				frame.get().show(panel.get());
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
			return new Run((ends[1] - begin) / 1e9, (ends[1] - ends[0]) / 1e9,
				secondsSince(processor));
		}
		finally {
			if (frame.get() != null) EventQueue.invokeAndWait(() -> {
				panel.get().setEnded("Ended", false);
				frame.get().dispose();
			});
		}
	}

	/** Of each thread that is there for whoever watches, by its number. */
	private static Map<Long, Long> watchingNanos() {
		final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		final Map<Long, Long> nanos = new HashMap<>();
		for (final ThreadInfo thread : threads.getThreadInfo(threads
			.getAllThreadIds()))
		{
			if (thread != null && WATCHING.stream().anyMatch(thread
				.getThreadName()::startsWith)) nanos.put(thread.getThreadId(), Math.max(
					0, threads.getThreadCpuTime(thread.getThreadId())));
		}
		return nanos;
	}

	/** Threads of an earlier training may have ended since. */
	private static double secondsSince(final Map<Long, Long> before) {
		return watchingNanos().entrySet().stream().mapToLong(thread -> thread
			.getValue() - before.getOrDefault(thread.getKey(), 0L)).sum() / 1e9;
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
