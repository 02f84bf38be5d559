
package io.github.cnnclassifier.engine.dl4j;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.progress.Progress;

/**
 * Milliseconds of both paths on one thread, in turns within one process, in
 * processor time of that thread, so that a busy machine troubles both alike:
 * the medians of training steps, predicted batches and predicted single images.
 * Not a test: run its main method with the test class path; the arguments are
 * seconds of processor time for each kind of work, then names of networks.
 */
final class PathComparison {

	private static final int COUNT = 64;
	private static final Map<String, NetworkSpec> NETWORKS =
		new LinkedHashMap<>();

	static {
		add("lenet", "lenet", 1, 28);
		add("six-conv-28", "six-conv", 1, 28);
		add("six-conv-64", "six-conv", 3, 64);
		add("residual-32", "residual", 3, 32);
	}

	private PathComparison() {}

	private static void add(final String name, final String preset,
		final int channels, final int side)
	{
		NETWORKS.put(name, new NetworkSpec(Presets.named(preset), new InputShape(
			channels, side, side), 10));
	}

	public static void main(final String[] args) {
		final double seconds = Double.parseDouble(args[0]);
		System.out.println("network, work: oneDNN ms, portable ms, times oneDNN");
		for (int i = 1; i < args.length; i++) {
			final NetworkSpec spec = NETWORKS.get(args[i]);
			train(args[i], spec, seconds);
			predict(args[i], spec, COUNT, seconds);
			predict(args[i], spec, 1, seconds);
		}
	}

	private static Engine engine(final ComputePath path) {
		return new Dl4jEngine(1, Progress.none(), path);
	}

	private static void train(final String name, final NetworkSpec spec,
		final double seconds)
	{
		final float[] inputs = Batches.inputs(spec, COUNT, 1);
		final int[] labels = Batches.labels(spec, COUNT);
		try (TrainableNetwork one = engine(ComputePath.ONE_DNN).create(spec,
			Batches.OPTIONS);
				TrainableNetwork other = engine(ComputePath.PORTABLE).create(spec,
					Batches.OPTIONS))
		{
			compare(name + ", training", seconds, () -> one.trainOnBatch(inputs,
				labels, null, COUNT, 1e-3), () -> other.trainOnBatch(inputs, labels,
					null, COUNT, 1e-3));
		}
	}

	private static void predict(final String name, final NetworkSpec spec,
		final int count, final double seconds)
	{
		final float[] inputs = Batches.inputs(spec, count, 1);
		try (TrainableNetwork any = engine(ComputePath.ONE_DNN).create(spec,
			Batches.OPTIONS);
				Network one = engine(ComputePath.ONE_DNN).load(spec, any.weights());
				Network other = engine(ComputePath.PORTABLE).load(spec, any.weights()))
		{
			compare(name + ", predicting " + count, seconds, () -> one.predict(inputs,
				count), () -> other.predict(inputs, count));
		}
	}

	private static void compare(final String what, final double seconds,
		final Runnable one, final Runnable other)
	{
		final List<Double> first = new ArrayList<>();
		final List<Double> second = new ArrayList<>();
		double passed = 0;
		do {
			first.add(milliseconds(one));
			second.add(milliseconds(other));
			passed += first.get(first.size() - 1) + second.get(second.size() - 1);
		}
		while (passed < 1e3 * seconds);
		System.out.printf(Locale.ROOT, "%s: %.3f, %.3f, %.2f (%d)%n", what, median(
			first), median(second), median(first) / median(second), first.size());
	}

	private static double milliseconds(final Runnable work) {
		final long start = ManagementFactory.getThreadMXBean()
			.getCurrentThreadCpuTime();
		work.run();
		return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() -
			start) * 1e-6;
	}

	/** Of the second half, when Java's compiler is done. */
	private static double median(final List<Double> values) {
		final List<Double> late = new ArrayList<>(values.subList(values.size() / 2,
			values.size()));
		Collections.sort(late);
		return late.get(late.size() / 2);
	}
}
