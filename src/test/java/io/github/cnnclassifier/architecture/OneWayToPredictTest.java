
package io.github.cnnclassifier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.inference.Classifier;

/** Every image, region, window and file is classified in the same way. */
class OneWayToPredictTest {

	private static final JavaClasses OURS = new ClassFileImporter().importPath(
		Path.of("target/classes"));

	/**
	 * A training measures itself after each epoch, and a model file proves itself
	 * with inputs of its own; neither has images to classify.
	 */
	private static final Set<String> NOT_CLASSIFYING = Set.of(
		"io.github.cnnclassifier.training.Validation",
		"io.github.cnnclassifier.archive.TestInput");

	@Test
	void onlyTheClassifierAsksANetwork() {
		noClasses().that().resideOutsideOfPackages(Classifier.class
			.getPackageName(), Network.class.getPackageName() + "..").and(
				DescribedPredicate.describe("do not measure a network",
					c -> !NOT_CLASSIFYING.contains(c.getName()))).should()
			.accessTargetWhere(new DescribedPredicate<JavaAccess<?>>(
				"a network predicts")
			{

				@Override
				public boolean test(final JavaAccess<?> access) {
					return access.getName().startsWith("predict") && (access
						.getTargetOwner().isEquivalentTo(Network.class) || access
							.getTargetOwner().isEquivalentTo(TrainableNetwork.class));
				}
			}).check(OURS);
	}

	/** Nobody can go around it. */
	@Test
	void onlyTheClassifierTakesANetworkToWork() {
		assertEquals(List.of(Classifier.class.getName()), OURS.stream().filter(
			c -> c.getPackageName().equals(Classifier.class.getPackageName()) && c
				.getModifiers().contains(JavaModifier.PUBLIC) && c
					.getDirectDependenciesFromSelf().stream().anyMatch(d -> d
						.getTargetClass().isEquivalentTo(Network.class))).map(
							JavaClass::getName).toList());
	}
}
