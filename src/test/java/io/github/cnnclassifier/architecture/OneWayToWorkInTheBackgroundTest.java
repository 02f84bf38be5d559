
package io.github.cnnclassifier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import javax.swing.SwingWorker;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.ui.PictureCache;

/**
 * What windows do in the background ends in one way, so that none forgets to
 * tell what was refused, or a fault.
 */
class OneWayToWorkInTheBackgroundTest {

	private static final JavaClasses OURS = new ClassFileImporter().importPath(
		Path.of("target/classes"));

	@Test
	void windowsHaveDeedsAndPicturesAndNoThreadsOfTheirOwn() {
		noClasses().that().resideInAPackage(Deeds.class.getPackageName() + "..")
			.and().doNotBelongToAnyOf(Deeds.class, PictureCache.class).should()
			.accessTargetWhere(new DescribedPredicate<JavaAccess<?>>(
				"a thread of its own works")
			{

				@Override
				public boolean test(final JavaAccess<?> access) {
					final JavaClass owner = access.getTargetOwner();
					return owner.isAssignableTo(Executor.class) || owner.isEquivalentTo(
						Executors.class) || owner.isAssignableTo(SwingWorker.class) || owner
							.isEquivalentTo(Thread.class) && access.getName().equals(
								"<init>");
				}
			}).check(OURS);
	}
}
