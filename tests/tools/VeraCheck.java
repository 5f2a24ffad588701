// VeraCheck.java - many PDF files against many flavours of veraPDF, in one run of the machine.
//
//   VeraCheck FLAVOUR[,FLAVOUR...] FILE...        flavours: ua1, 2a, 2b, 2u, 3a, ...
//
// A line "PASS FLAVOUR FILE" or "FAIL FLAVOUR FILE: n rules" for each pair; under a failure a line
// per rule with its clause, how often it failed, what is wrong and the first places. Exit status:
// 0 all pass, 1 some fail or cannot be read, 2 wrong use. Started by tests/tools/veracheck.

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VeraCheck {
    private static final int PLACES_SHOWN = 3;
    private static final int FAILURES_KEPT_PER_RULE = 100;

    private static String ruleOf(TestAssertion failure) {
        return failure.getRuleId().getClause() + "-" + failure.getRuleId().getTestNumber();
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").trim();
    }

    private static void report(ValidationResult result) {
        Map<String, List<TestAssertion>> byRule = new LinkedHashMap<>();
        for (TestAssertion failure : result.getTestAssertions()) {
            if (failure.getStatus() == TestAssertion.Status.FAILED) {
                byRule.computeIfAbsent(ruleOf(failure), rule -> new ArrayList<>()).add(failure);
            }
        }
        for (Map.Entry<String, List<TestAssertion>> entry : byRule.entrySet()) {
            List<TestAssertion> failures = entry.getValue();
            TestAssertion first = failures.get(0);
            String message = first.getErrorMessage() != null ? first.getErrorMessage() : first.getMessage();
            String count = failures.size() >= FAILURES_KEPT_PER_RULE ? "at least " : "";
            System.out.println("    " + entry.getKey() + " (" + count + failures.size() + "): " + oneLine(message));
            for (int i = 0; i < failures.size() && i < PLACES_SHOWN; i++) {
                System.out.println("        at " + oneLine(failures.get(i).getLocation().getContext()));
            }
        }
    }

    private static boolean check(File file, String flavourId) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(flavourId);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance()
                        .createValidator(flavour, FAILURES_KEPT_PER_RULE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                System.out.println("PASS " + flavourId + " " + file);
                return true;
            }
            System.out.println("FAIL " + flavourId + " " + file + ": " + result.getFailedChecks().size() + " rules");
            report(result);
        } catch (Exception problem) {
            System.out.println("FAIL " + flavourId + " " + file + ": cannot be checked: " + oneLine(problem.toString()));
        }
        return false;
    }

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("usage: VeraCheck FLAVOUR[,FLAVOUR...] FILE...");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        String[] flavours = arguments[0].split(",");
        for (String flavour : flavours) {
            if (PDFAFlavour.byFlavourId(flavour) == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("VeraCheck: no such flavour: " + flavour);
                System.exit(2);
            }
        }
        VeraGreenfieldFoundryProvider.initialise();
        int failed = 0;
        for (int i = 1; i < arguments.length; i++) {
            for (String flavour : flavours) {
                failed += check(new File(arguments[i]), flavour) ? 0 : 1;
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }
}
