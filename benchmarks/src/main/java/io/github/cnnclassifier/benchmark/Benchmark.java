
package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Starts all measurements, one after the other, and puts the results together.
 */
public final class Benchmark {

	private static final String HEAP = "-Xmx2g";
	/** The matrix kernels of ONNX Runtime can need more than Java's 1 MB. */
	private static final String STACK = "-Xss8m";

	private final Settings settings;
	private final Path target;
	private final Path models;
	private final Path runs;
	private final Results results = new Results();

	private Benchmark(final Settings settings, final Path target)
		throws IOException
	{
		this.settings = settings;
		this.target = target;
		models = Files.createDirectories(target.resolve("models"));
		runs = Files.createDirectories(target.resolve("runs"));
	}

	/**
	 * @param args folder of the checkout, folder for results
	 * @throws IOException if a measurement fails; the message names its log
	 * @throws InterruptedException if it is ended from outside
	 */
	public static void main(final String[] args) throws IOException,
		InterruptedException
	{
		final Settings settings = Settings.fromProperties();
		final Path target = Path.of(args[1]);
		final Benchmark benchmark = new Benchmark(settings, target);
		Files.write(target.resolve("machine.txt"), Machine.describe(Path.of(
			args[0]), settings));
		benchmark.run();
	}

	private void run() throws IOException, InterruptedException {
		final List<String> export = new ArrayList<>();
		export.add(models.toString());
		export.addAll(settings.networks());
		start(Export.class, export, 1, "export");
		for (int round = 1; round <= settings.rounds(); round++) {
			for (final String network : settings.networks()) {
				for (final int threads : settings.threads())
					round(round, network, threads);
			}
			System.out.println("round " + round + " of " + settings.rounds() +
				" done");
		}
		results.writeCsv(target.resolve("results.csv"));
		results.table().forEach(System.out::println);
	}

	/** Another system begins each time, so that none has the cooler machine. */
	private void round(final int round, final String network, final int threads)
		throws IOException, InterruptedException
	{
		final List<String> systems = new ArrayList<>(settings.systems());
		Collections.rotate(systems, round);
		for (final String system : systems) {
			final String name = network + '-' + system + '-' + threads + '-' + round;
			final Path found = runs.resolve(name + ".csv");
			start(Measurement.class, List.of(network, system, String.valueOf(threads),
				models.toString(), found.toString(), String.valueOf(settings
					.warmUpSeconds()), String.valueOf(settings.windowSeconds()), settings
						.clock().label()), threads, name);
			for (final String line : Files.readAllLines(found)) {
				final String[] part = line.split(",");
				if (part.length == 3) results.add(new Key(network, part[0], Integer
					.parseInt(part[1]), threads, system), Double.parseDouble(part[2]));
			}
		}
	}

	private void start(final Class<?> main, final List<String> arguments,
		final int threads, final String name) throws IOException,
		InterruptedException
	{
		final Path log = runs.resolve(name + ".log");
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), HEAP, STACK,
			"-Djava.awt.headless=true", "-Dorg.nd4j.log.initialization=false",
			// Everything is in the jars: nothing is fetched, nobody is called.
			"-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-DDJL_CACHE_DIR=" +
				target.resolve("djl"), "-cp", System.getProperty("java.class.path"),
			main.getName()));
		command.addAll(arguments);
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
		builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
		final int status = builder.start().waitFor();
		if (status != 0) throw new IOException(name + " failed with status " +
			status + "; its log is " + log);
	}
}
