
package io.github.cnnclassifier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.nio.file.Path;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.image.FreeHeap;

/**
 * What is written is the same on every machine, and what is planned depends on
 * what is free.
 */
class DefaultsOfTheMachineTest {

	private static final JavaClasses OURS = new ClassFileImporter().importPath(
		Path.of("target/classes"));

	/**
	 * Calls that take language, clock style, charset or line end of the machine.
	 */
	private static final Set<String> DEFAULTS = Set.of(
		"java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
		"java.lang.String.formatted([Ljava.lang.Object;)",
		"java.lang.String.toLowerCase()", "java.lang.String.toUpperCase()",
		"java.lang.String.getBytes()", "java.lang.String.<init>([B)",
		"java.lang.String.<init>([B, int, int)",
		"java.io.ByteArrayOutputStream.toString()",
		"java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
		"java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
		"java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
		"java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
		"java.io.PrintWriter.println()",
		"java.io.PrintWriter.println(java.lang.String)",
		"java.io.BufferedWriter.newLine()", "java.util.Formatter.<init>()",
		"java.lang.System.lineSeparator()",
		"java.nio.charset.Charset.defaultCharset()",
		"java.util.Locale.getDefault()",
		"java.io.FileReader.<init>(java.lang.String)",
		"java.io.FileReader.<init>(java.io.File)",
		"java.io.FileWriter.<init>(java.lang.String)",
		"java.io.FileWriter.<init>(java.io.File)",
		"java.io.InputStreamReader.<init>(java.io.InputStream)",
		"java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
		"java.io.PrintWriter.<init>(java.io.OutputStream)",
		"java.text.DecimalFormat.<init>(java.lang.String)",
		"java.text.SimpleDateFormat.<init>(java.lang.String)",
		"java.text.NumberFormat.getInstance()",
		"java.text.NumberFormat.getIntegerInstance()",
		"java.text.NumberFormat.getPercentInstance()",
		"java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
		"java.time.OffsetDateTime.toString()", "java.time.LocalDateTime.toString()",
		"java.time.ZonedDateTime.toString()", "java.time.LocalTime.toString()",
		"java.time.Instant.toString()");

	private static DescribedPredicate<JavaAccess<?>> to(final String what,
		final Set<String> names)
	{
		return new DescribedPredicate<>(what) {

			@Override
			public boolean test(final JavaAccess<?> access) {
				return names.contains(access.getTarget().getFullName());
			}
		};
	}

	@Test
	void nothingIsWrittenInTheLanguageOfTheMachine() {
		noClasses().should().accessTargetWhere(to("language, charset or line end " +
			"are those of the machine", DEFAULTS)).check(OURS);
	}

	@Test
	void memoryIsPlannedFromWhatIsFree() {
		noClasses().that().doNotBelongToAnyOf(FreeHeap.class).should()
			.accessTargetWhere(to("the whole memory is asked for", Set.of(
				"java.lang.Runtime.maxMemory()", "java.lang.Runtime.totalMemory()",
				"java.lang.Runtime.freeMemory()"))).check(OURS);
	}
}
