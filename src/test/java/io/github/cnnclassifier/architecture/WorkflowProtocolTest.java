
package io.github.cnnclassifier.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.Tools;

/** The protocol that the package of workflows tells of. */
class WorkflowProtocolTest {

	private static final String WORKFLOW = Tools.class.getPackageName();

	/** Whatever is asked for anything, in the packages of workflows. */
	static List<Class<?>> workflows() {
		return new ClassFileImporter().importPath(Path.of("target/classes"))
			.stream().filter(c -> (c.getPackageName() + ".").startsWith(WORKFLOW +
				".")).map(JavaClass::getName).filter(name -> name.endsWith("$Request"))
			.<Class<?>> map(name -> type(name).getDeclaringClass()).toList();
	}

	private static Class<?> type(final String name) {
		try {
			return Class.forName(name);
		}
		catch (final ClassNotFoundException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void thereIsOneForEachThingAUserDoes() {
		assertTrue(workflows().size() >= 10, workflows().toString());
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void requestAndResultArePublicRecords(final Class<?> workflow) {
		final int modifiers = workflow.getModifiers();
		assertTrue(Modifier.isPublic(modifiers) && Modifier.isFinal(modifiers));
		for (final String name : List.of("$Request", "$Result")) {
			final Class<?> record = type(workflow.getName() + name);
			assertTrue(record.isRecord() && Modifier.isPublic(record.getModifiers()),
				record.toString());
		}
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void runIsTheOnlyMethod(final Class<?> workflow) {
		final List<Method> methods = Arrays.stream(workflow.getDeclaredMethods())
			.filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
			.toList();
		assertEquals(1, methods.size(), methods.toString());
		final Method run = methods.get(0);
		assertEquals("run", run.getName());
		assertTrue(!Modifier.isStatic(run.getModifiers()));
		assertEquals(List.of(type(workflow.getName() + "$Request")), List.of(run
			.getParameterTypes()));
		assertEquals(type(workflow.getName() + "$Result"), run.getReturnType());
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void whatTheHostHasIsInTheConstructorAndLastTheProgress(
		final Class<?> workflow)
	{
		final Constructor<?>[] constructors = workflow.getConstructors();
		assertTrue(constructors.length > 0);
		final Class<?> request = type(workflow.getName() + "$Request");
		for (final Constructor<?> constructor : constructors) {
			final Class<?>[] parameters = constructor.getParameterTypes();
			assertEquals(Progress.class, parameters[parameters.length - 1]);
			assertTrue(Stream.of(parameters).noneMatch(request::equals), constructor
				.toString());
		}
	}
}
