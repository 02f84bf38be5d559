
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.cli.Main;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.OpenModel;

/**
 * Seconds from the start of Java to the first prediction of an image file,
 * beside those to the native libraries and an open model. Whole processes, five
 * of each in turns, after one of each that unpacks native code.
 */
final class StartUp {

	private static final int ROUNDS = 5;
	private static final String MODEL = "digits";

	private StartUp() {}

	/**
	 * @param args an image file that the shipped model fits; or nothing but
	 *          {@code open} in the processes that are measured
	 * @throws IOException if a process fails
	 * @throws InterruptedException if it is ended from outside
	 */
	public static void main(final String[] args) throws IOException,
		InterruptedException
	{
		if (args.length != 1) throw new IllegalArgumentException(
			"Expected an image file, such as: sample-images/digits/3/3_000.png");
		if (args[0].equals("open")) {
			OpenModel.read(Path.of(MODEL), CnnClassifier.tools(Progress.none())
				.engine());
			return;
		}
		final List<Double> opening = new ArrayList<>();
		final List<Double> predicting = new ArrayList<>();
		final List<Double> differences = new ArrayList<>();
		for (int round = 0; round <= ROUNDS; round++) {
			final double open = seconds(StartUp.class.getName(), "open");
			final double predict = seconds(Main.class.getName(), "classify-image",
				"image=" + args[0], "model=" + MODEL);
			if (round == 0) continue;
			opening.add(open);
			predicting.add(predict);
			differences.add(predict - open);
		}
		System.out.printf("native start and model %.2f s, first prediction of a " +
			"file %.2f s, difference %.2f s (medians of %d)%n", Medians.of(opening),
			Medians.of(predicting), Medians.of(differences), ROUNDS);
	}

	private static double seconds(final String... arguments) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-cp", System.getProperty(
				"java.class.path")));
		command.addAll(List.of(arguments));
		final long start = System.nanoTime();
		final int status = new ProcessBuilder(command).redirectOutput(
			ProcessBuilder.Redirect.DISCARD).redirectError(
				ProcessBuilder.Redirect.DISCARD).start().waitFor();
		if (status != 0) throw new IOException(command +
			" failed with status " + status);
		return (System.nanoTime() - start) / 1e9;
	}
}
