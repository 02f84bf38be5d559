
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.imagej.reader.LabeledTiff;
import io.github.cnnclassifier.inference.AllPredictions;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.folder.ClassifyFolder;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.folder.NameFilter;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Classifies a folder of PNG files, made for this, and compares with what
 * decoding alone (Java's ImageIO on all cores) and inference alone would allow
 * one after the other: 1 / (1 / d + 1 / i). Five rounds in turns, after one for
 * warming up.
 */
final class FolderThroughput {

	private static final int ROUNDS = 5;
	private static final Path MODEL = Path.of("digits");

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final Path folder;
	private final List<Path> files;

	private FolderThroughput(final Path folder, final List<Path> files) {
		this.folder = folder;
		this.files = files;
	}

	/**
	 * @param args an empty or missing folder, which is filled; number of files;
	 *          their width and height in pixels
	 * @throws IOException if a file cannot be written or read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 3) throw new IllegalArgumentException(
			"Expected a folder to fill, a number of files and their size, such as: FOLDER 10000 28");
		final Path folder = Files.createDirectories(Path.of(args[0]));
		final int count = Integer.parseInt(args[1]);
		final int side = Integer.parseInt(args[2]);
		final List<Path> files = StrokeImages.fill(folder, count, side);
		new FolderThroughput(folder, files).run();
	}

	private void run() throws IOException {
		final List<Double> decoding = new ArrayList<>();
		final List<Double> inference = new ArrayList<>();
		final List<Double> whole = new ArrayList<>();
		final List<Double> shares = new ArrayList<>();
		for (int round = 0; round <= ROUNDS; round++) {
			final double d = decode();
			final double i = infer();
			final double w = classify();
			if (round == 0) continue;
			decoding.add(d);
			inference.add(i);
			whole.add(w);
			shares.add(w * (1 / d + 1 / i));
		}
		System.out.printf("%d PNG files: decoding alone %.0f/s, inference alone " +
			"%.0f/s, classify-folder %.0f/s; share of 1/(1/d + 1/i) %.2f " +
			"(medians of %d rounds)%n", files.size(), Medians.of(decoding), Medians
				.of(inference), Medians.of(whole), Medians.of(shares), ROUNDS);
	}

	private double decode() {
		final long start = System.nanoTime();
		try (ReadAhead<Integer> images = new ReadAhead<>(files.size(), 256,
			i -> decoded(files.get(i)), Progress.none()))
		{
			while (images.hasNext())
				images.next();
		}
		return rate(start);
	}

	private static int decoded(final Path file) {
		try {
			return ImageIO.read(file.toFile()).getWidth();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private double infer() throws IOException {
		try (Classifier classifier = OpenModel.classifier(OpenModel.read(MODEL,
			tools.engine()), OpenModel.describe(MODEL).preprocessing(), tools
				.engine()))
		{
			final float[] input = classifier.preprocessing().apply(tools.reader()
				.read(files.get(0)));
			final List<PreparedInput> inputs = Collections.nCopies(files.size(),
				new PreparedInput(input));
			classifier.classify(inputs.subList(0, files.size() / 10),
				new AllPredictions(), Progress.none());
			final long start = System.nanoTime();
			classifier.classify(inputs, new AllPredictions(), Progress.none());
			return rate(start);
		}
	}

	private double classify() throws IOException {
		final Path table = folder.resolveSibling(folder.getFileName() + ".csv");
		final long start = System.nanoTime();
		new ClassifyFolder(tools, new LabeledTiff(), Progress.none()).run(
			new ClassifyFolder.Request(folder, NameFilter.ALL, MODEL,
				InputOverrides.NONE, null, Threshold.NONE, table, Optional.empty(),
				Existing.REPLACED, Optional.empty(), Optional.empty()));
		return rate(start);
	}

	private double rate(final long start) {
		return files.size() / ((System.nanoTime() - start) / 1e9);
	}
}
