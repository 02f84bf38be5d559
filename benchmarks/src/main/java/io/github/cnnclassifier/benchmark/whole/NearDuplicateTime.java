
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.sun.management.OperatingSystemMXBean;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.progress.Progress;

/**
 * Searches labeled images for near duplicates and compares with finding and
 * reading them; five rounds in turns, after one for warming up. Also gives the
 * processor time of all threads, which means something on a busy machine.
 */
final class NearDuplicateTime {

	private static final int ROUNDS = 5;

	private final OperatingSystemMXBean system =
		(OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
	private final List<Double> seconds = new ArrayList<>();
	private final List<Double> processor = new ArrayList<>();
	private final List<Double> readSeconds = new ArrayList<>();
	private final List<Double> readProcessor = new ArrayList<>();

	/**
	 * @param args labeled images, such as the folder of MNIST
	 * @throws IOException if an image cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 1) throw new IllegalArgumentException(
			"Expected labelled images");
		new NearDuplicateTime().run(Path.of(args[0]));
	}

	private void run(final Path images) throws IOException {
		final ImageReader reader = CnnClassifier.tools(Progress.none()).reader();
		final Survey survey = Survey.of(LabeledImages.open(images, reader, Set
			.of()), Progress.none());
		int groups = 0;
		for (int round = 0; round <= ROUNDS; round++) {
			final long start = System.nanoTime();
			final long startProcessor = system.getProcessCpuTime();
			for (final Sample sample : LabeledImages.open(images, reader, Set.of())
				.samples())
			{
				sample.source().read();
			}
			final long middle = System.nanoTime();
			final long middleProcessor = system.getProcessCpuTime();
			groups = NearDuplicates.of(survey.samples(), Progress.none()).groups()
				.size();
			if (round == 0) continue;
			readSeconds.add((middle - start) / 1e9);
			readProcessor.add((middleProcessor - startProcessor) / 1e9);
			seconds.add((System.nanoTime() - middle) / 1e9);
			processor.add((system.getProcessCpuTime() - middleProcessor) / 1e9);
		}
		System.out.printf("%d images: finding and reading on one core %.2f s " +
			"(processor %.2f s), search %.2f s (processor %.2f s), %d groups " +
			"(medians of %d rounds)%n", survey.samples().size(), Medians.of(
				readSeconds), Medians.of(readProcessor), Medians.of(seconds), Medians.of(
					processor), groups, ROUNDS);
	}
}
