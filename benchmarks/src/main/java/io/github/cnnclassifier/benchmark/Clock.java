
package io.github.cnnclassifier.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

import com.sun.management.OperatingSystemMXBean;

/** What counts as time. */
enum Clock {

		/**
		 * Time as it passes; the only one that says anything of several threads.
		 */
		WALL(System::nanoTime),
		/**
		 * Processor time of the whole process, for comparing with one thread on a
		 * machine that is busy with other things.
		 */
		CPU(((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean())::getProcessCpuTime);

	private final LongSupplier nanoseconds;

	Clock(final LongSupplier nanoseconds) {
		this.nanoseconds = nanoseconds;
	}

	/** @throws IllegalArgumentException if there is none of that name */
	static Clock named(final String label) {
		return Arrays.stream(values()).filter(c -> c.label().equals(label))
			.findAny().orElseThrow(() -> new IllegalArgumentException(
				"benchmark.clock: expected one of " + labels() + ", got '" + label +
					"'"));
	}

	private static List<String> labels() {
		return Arrays.stream(values()).map(Clock::label).toList();
	}

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return seconds since some moment */
	double seconds() {
		return nanoseconds.getAsLong() / 1e9;
	}
}
